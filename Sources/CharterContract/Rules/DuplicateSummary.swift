/// Endpoints of one summary cannot be told apart in a table of contents.
package struct DuplicateSummary: AdvisoryRule {
    package static let name = "duplicate-summary"

    package func check(_ contract: Contract) -> [Diagnostic] {
        var first: [String: Endpoint] = [:]
        return contract.endpoints.filter { !$0.does.value.isEmpty }.compactMap { endpoint in
            guard let other = first[endpoint.does.value.lowercased()] else {
                first[endpoint.does.value.lowercased()] = endpoint
                return nil
            }
            return Self.diagnostic(
                "'\(other.id.value)' and '\(endpoint.id.value)' both say '\(endpoint.does.value)'",
                at: endpoint.id.span,
                notes: [Diagnostic.Note("the other one has its id here", at: other.id.span)],
                help: "say in 'does:' what tells them apart"
            )
        }
    }
}
