/// Where the API serves its own description, no endpoint can answer.
package struct DescriptionPathTaken: ContractRule {
    package static let name = "description-path-taken"

    package func check(_ contract: Contract) -> [Diagnostic] {
        guard let path = contract.conventions.describedAt else { return [] }
        return contract.endpoints.filter { $0.method.value.rawValue == "GET" && $0.path.value.colonText == path.value }.map { endpoint in
            Diagnostic(
                .error,
                "'\(endpoint.id.value)' stands where the API serves its own description",
                rule: Self.name,
                at: endpoint.path.span,
                notes: [Diagnostic.Note("the description is said to be here", at: path.span)],
                help: "give one of them another path"
            )
        }
    }
}
