/// No two endpoints may answer the same requests: the names of path parameters do not tell them apart.
package struct DuplicateEndpoint: ContractRule {
    package static let name = "duplicate-endpoint"

    package func check(_ contract: Contract) -> [Diagnostic] {
        var first: [String: Endpoint] = [:]
        return contract.endpoints.compactMap { endpoint in
            let route = endpoint.method.value.rawValue + " " + endpoint.path.value.shape
            guard let other = first[route] else {
                first[route] = endpoint
                return nil
            }
            return Diagnostic(
                .error,
                "two endpoints answer \(endpoint.method.value.rawValue) \(endpoint.path.value.colonText)",
                rule: Self.name,
                at: endpoint.path.span,
                notes: [Diagnostic.Note("the other one stands here", at: other.path.span)],
                help: "keep one of them"
            )
        }
    }
}
