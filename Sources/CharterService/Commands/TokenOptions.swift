import ArgumentParser
import CharterRuntime
import Foundation

/// Whose tokens a server takes.
struct TokenOptions<Served: APIService>: ParsableArguments {
    @Option(
        name: .customLong("token-keys"),
        help: ArgumentHelp(
            "A JSON Web Key Set with the public keys of a single sign-on, whose tokens are then taken instead of those of 'tokens issue'. "
                + "By default that of \(Served.variable("TOKEN_KEYS")).",
            valueName: "file"
        ),
        completion: .file()
    )
    var keys: String?

    @Option(name: .customLong("token-issuer"), help: "What they name in 'iss'. By default that of \(Served.variable("TOKEN_ISSUER")).")
    var issuer: String?

    @Option(name: .customLong("token-audience"), help: "What they name in 'aud'. By default that of \(Served.variable("TOKEN_AUDIENCE")).")
    var audience: String?

    /// Who issues the tokens; nil for the service itself.
    ///
    /// - Throws: `ValidationError` for an authority of which something is missing, and for a service whose callers have no tokens.
    var authority: TokenAuthority? {
        get throws {
            let keys = keys ?? Environment.value(Served.variable("TOKEN_KEYS"))
            let issuer = issuer ?? Environment.value(Served.variable("TOKEN_ISSUER"))
            let audience = audience ?? Environment.value(Served.variable("TOKEN_AUDIENCE"))
            guard keys != nil || issuer != nil || audience != nil else { return nil }
            guard Served.hasTokens else { throw ValidationError("callers of \(Served.api.title) have no tokens: leave --token-… out") }
            guard let keys, let issuer, let audience else {
                throw ValidationError("--token-keys, --token-issuer and --token-audience belong together: say all three")
            }
            return TokenAuthority(keys: keys, issuer: issuer, audience: audience)
        }
    }
}
