import CharterRuntime

/// Where the API serves its own description, no endpoint can answer.
package struct DescriptionPathTaken: ContractRule {
    package static let name = "description-path-taken"

    package func check(_ contract: Contract) -> [Diagnostic] {
        guard let place = contract.conventions.describedAt else { return [] }
        let basePaths = contract.servers.map { APIDescription.Server(name: "", url: $0.url.value).basePath }
        // A URL counts from the root of every server.
        let root = APIDescription.Server(name: "", url: place.value).basePath
        return contract.endpoints.filter { endpoint in
            let path = endpoint.path.value.colonText
            return place.value.hasPrefix("/") ? path == place.value : basePaths.contains { $0 + path == root }
        }.map { endpoint in
            Diagnostic(
                .error,
                "'\(endpoint.id.value)' stands where the API serves its own description",
                rule: Self.name,
                at: endpoint.path.span,
                notes: [Diagnostic.Note("the description is said to be here", at: place.span)],
                help: "give one of them another path"
            )
        }
    }
}
