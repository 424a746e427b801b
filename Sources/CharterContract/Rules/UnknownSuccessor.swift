/// What is to be used instead of an endpoint is another endpoint.
package struct UnknownSuccessor: ContractRule {
    package static let name = "unknown-successor"

    package func check(_ contract: Contract) -> [Diagnostic] {
        guard contract.isWhole("endpoints", contract.endpoints.count) else { return [] }
        let ids = contract.endpoints.map(\.id.value)
        return contract.endpoints.compactMap { endpoint in
            guard let successor = endpoint.details.deprecation?.successor else { return nil }
            let isItself = successor.value == endpoint.id.value
            guard isItself || !ids.contains(successor.value) else { return nil }
            return Diagnostic(
                .error,
                isItself ? "an endpoint cannot stand for itself" : "there is no endpoint '\(successor.value)'",
                rule: Self.name,
                at: successor.span,
                help: isItself
                    ? "write the id of another endpoint, or remove 'instead'"
                    : nearestName(to: successor.value, among: ids).map { "did you mean '\($0)'?" } ?? "write the id of an endpoint"
            )
        }
    }
}
