import CharterRuntime

extension APIService {
    /// Whether callers of the API can present tokens.
    static var hasTokens: Bool { api.credentials.contains { $0.form == .jwt } }

    /// The name of an environment variable of the service, such as `COBUNTU_PORT`.
    static func variable(_ name: String) -> String { "\(api.name.uppercased())_\(name)" }

    /// What development tokens name as their issuer and as whom they are for.
    static var tokenParty: String { api.name.lowercased() }
}
