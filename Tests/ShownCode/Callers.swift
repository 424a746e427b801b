import CharterBearer

/// *Callers with JSON Web Tokens* of the readme.
enum Callers {
    static func verifier(fetch: @escaping @Sendable (String) async throws -> [UInt8]) -> JSONWebTokenVerifier {
        let keys = RefreshedKeys { try await fetch("https://login.example/.well-known/jwks.json") }
        let tokens = JSONWebTokenVerifier(keys: keys, rules: TokenRules(issuer: "https://login.example", audience: "https://api.example"))
        return tokens
    }
}
