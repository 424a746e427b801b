/// An endpoint's id becomes the name of a function, which begins with what it does: `listOrders`, not `ordersList`.
package struct IDWithoutVerb: AdvisoryRule {
    package static let name = "id-without-verb"

    package func check(_ contract: Contract) -> [Diagnostic] {
        contract.endpoints.compactMap { endpoint in
            let words = IdentifierWords(endpoint.id.value).kebab.split(separator: "-")
            // A plural that the path names is no verb; most other words could be one.
            guard let first = words.first, first.hasSuffix("s"), !first.hasSuffix("ss"),
                endpoint.path.value.literals.contains(where: { $0.lowercased() == first })
            else { return nil }
            return Self.diagnostic(
                "the id '\(endpoint.id.value)' does not begin with a verb",
                at: endpoint.id.span,
                help: "begin it with a verb, such as \(endpoint.method.value == .get ? "list or get" : "create, update or delete")"
            )
        }
    }
}
