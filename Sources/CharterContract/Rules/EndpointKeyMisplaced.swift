import CharterYAML

/// Some facts belong to some methods only, or to requests with a body.
package struct EndpointKeyMisplaced: ContractRule {
    package static let name = "endpoint-key-misplaced"

    package func check(_ contract: Contract) -> [Diagnostic] {
        contract.endpoints.flatMap { endpoint in
            let details = endpoint.details
            let method = endpoint.method.value
            let hasBody = endpoint.takes != nil
            let statuses = [endpoint.returns.status] + endpoint.returns.otherStatuses
            // No handler gives them where the thing was gone already.
            let givesAlways = method == .delete && details.again?.value == 204 && details.gives.contains { !$0.isOptional }
            let creates = statuses.contains { $0.value == 201 }
            return [
                fault("patch", details.patch?.span, "a PATCH request with a body", fits: method == .patch && hasBody),
                fault("again", details.again?.span, "a DELETE request", fits: method == .delete),
                fault("again", details.again?.span, "a reply whose header fields of 'gives' may all be absent", fits: !givesAlways),
                fault("size", details.size?.span, "a request with a body", fits: hasBody),
                fault("media", details.media?.span, "a request with a body", fits: hasBody),
                details.location.flatMap { location in
                    fault("location", location.span, "a reply of status 201", fits: creates || location.value == .unsaid)
                },
            ].compactMap { $0 }
        }
    }

    private func fault(_ key: String, _ span: SourceSpan?, _ owner: String, fits: Bool) -> Diagnostic? {
        guard let span, !fits else { return nil }
        return Diagnostic(.error, "'\(key)' belongs to \(owner)", rule: Self.name, at: span, help: "remove it")
    }
}
