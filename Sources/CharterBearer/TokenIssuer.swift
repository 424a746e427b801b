import CharterRuntime
import CharterServer

/// Issues tokens that are signed with a shared secret: for development, tests and small services that trust themselves.
public struct TokenIssuer: Sendable {
    private let secret: TokenSecret
    private let issuer: String?
    private let audience: String?
    private let lifetime: Int
    private let now: @Sendable () -> Timestamp

    /// Creates an issuer.
    ///
    /// - Parameters:
    ///   - secret: What signs the tokens.
    ///   - issuer: Its name in `iss`, or nil.
    ///   - audience: The server that the tokens are for, in `aud`, or nil.
    ///   - lifetime: The seconds after which a token ends.
    ///   - now: The clock.
    /// - Precondition: The lifetime is above 0.
    public init(
        secret: TokenSecret,
        issuer: String?,
        audience: String?,
        lifetime: Int = 3_600,
        now: @escaping @Sendable () -> Timestamp = { .now() }
    ) {
        precondition(lifetime > 0, "a token lasts for a second at least")
        self.secret = secret
        self.issuer = issuer
        self.audience = audience
        self.lifetime = lifetime
        self.now = now
    }

    /// Issues a token that makes these claims.
    ///
    /// To them come `iss`, `aud`, `iat`, `exp` and `jti`, each unless it is among them; one that is `null` is left out altogether.
    ///
    /// - Throws: ``JSONFault`` for claims that JSON cannot hold, such as an infinite number.
    public func token(_ claims: [String: JSONValue]) throws(JSONFault) -> String {
        let issuedAt = now().secondsSinceEpoch
        var all: [String: JSONValue] = [
            "iat": .integer(issuedAt), "exp": .integer(issuedAt + Int64(lifetime)), "jti": .string(UniqueID().description),
        ]
        all["iss"] = issuer.map { .string($0) }
        all["aud"] = audience.map { .string($0) }
        all = all.merging(claims) { $1 }.filter { $0.value != .null }
        var header: [String: JSONValue] = ["alg": .string(secret.algorithm.rawValue), "typ": .string("JWT")]
        header["kid"] = secret.id.map { .string($0) }
        let signed = "\(try part(header)).\(try part(all))"
        return "\(signed).\(Base64URL.encode(SecretSignatures(secret: secret).sign(Array(signed.utf8))))"
    }

    /// Issues a token that says of a caller what the claims of that name can.
    ///
    /// - Throws: ``UnwritableClaim`` for what no claim is there for.
    public func token(for caller: Caller, claims: CallerClaims = CallerClaims()) throws -> String {
        try token(claims.values(of: caller))
    }

    private func part(_ members: [String: JSONValue]) throws(JSONFault) -> String {
        Base64URL.encode(try JSONCoding.encode(JSONValue.object(members)))
    }
}
