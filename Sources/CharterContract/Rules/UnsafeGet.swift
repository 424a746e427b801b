/// A GET request changes nothing: browsers, caches and crawlers send it at will (RFC 9110 §9.2.1).
package struct UnsafeGet: AdvisoryRule {
    package static let name = "unsafe-get"

    /// Words that name a change and hardly anything else.
    private static let changes: Set<Substring> = [
        "add", "archive", "cancel", "create", "delete", "disable", "enable", "insert", "purge", "remove", "revoke", "send", "set", "update",
    ]

    package func check(_ contract: Contract) -> [Diagnostic] {
        contract.endpoints.filter { $0.method.value == .get }.compactMap { endpoint in
            guard let verb = IdentifierWords(endpoint.id.value).kebab.split(separator: "-").first, Self.changes.contains(verb) else {
                return nil
            }
            return Self.diagnostic(
                "'\(endpoint.id.value)' seems to change something, which GET does not",
                at: endpoint.path.span,
                help: "use POST, PUT, PATCH or DELETE, or begin the id with get or list"
            )
        }
    }
}
