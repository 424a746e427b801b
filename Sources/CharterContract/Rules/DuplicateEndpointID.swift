/// An endpoint's id is its `operationId` and its name in code, so it must be its own also where case does not count.
package struct DuplicateEndpointID: ContractRule {
    package static let name = "duplicate-endpoint-id"

    package func check(_ contract: Contract) -> [Diagnostic] {
        var first: [String: Located<String>] = [:]
        return contract.endpoints.map(\.id).filter { !$0.value.isEmpty }.compactMap { id in
            guard let other = first[id.value.lowercased()] else {
                first[id.value.lowercased()] = id
                return nil
            }
            return Diagnostic(
                .error,
                "two endpoints have the id '\(id.value)'",
                rule: Self.name,
                at: id.span,
                notes: [Diagnostic.Note("the other one stands here", at: other.span)],
                help: "give one of them another id"
            )
        }
    }
}
