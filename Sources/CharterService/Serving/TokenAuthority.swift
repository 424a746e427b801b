import CharterBearer
import CharterRuntime
import CharterServer
import Foundation

/// Who issues the tokens of an API's callers, where that is not the service itself: a single sign-on.
public struct TokenAuthority: Hashable, Sendable {
    /// The file with its public keys, a JSON Web Key Set (RFC 7517 §5), which something else keeps up to date.
    public var keys: String
    /// What its tokens name as their issuer.
    public var issuer: String
    /// What its tokens name as whom they are for.
    public var audience: String

    /// Describes who issues tokens.
    public init(keys: String, issuer: String, audience: String) {
        self.keys = keys
        self.issuer = issuer
        self.audience = audience
    }
}

extension TokenAuthority {
    /// Verifies its tokens; the file is read again when a key is not known, once a minute at most, and every quarter of an hour.
    func verifier(claims: CallerClaims, clock: any ServerClock) -> JSONWebTokenVerifier {
        let path = keys
        return JSONWebTokenVerifier(
            keys: RefreshedKeys(now: { clock.now }) { Array(try Data(contentsOf: URL(fileURLWithPath: path))) },
            rules: TokenRules(issuer: issuer, audience: audience),
            claims: claims,
            now: { clock.now }
        )
    }
}
