/// What stands in a URL ends up in logs, histories and `Referer` fields (RFC 9110 §17.9): no secret belongs there.
package struct SecretInQuery: AdvisoryRule {
    package static let name = "secret-in-query"

    private static let secrets: Set<String> = [
        "access-token", "api-key", "apikey", "auth-token", "client-secret", "password", "passwd", "private-key", "refresh-token", "secret",
        "secret-key",
    ]

    package func check(_ contract: Contract) -> [Diagnostic] {
        let names = contract.endpoints.flatMap(\.query).map(\.name)
        return names.filter { Self.secrets.contains(IdentifierWords($0.value).kebab) }.map { name in
            let message = "the secret '\(name.value)' would stand in URLs"
            return Self.diagnostic(message, at: name.span, help: "take it in the body or in a header field")
        }
    }
}
