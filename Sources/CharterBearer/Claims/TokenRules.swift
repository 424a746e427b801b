import CharterRuntime
import CharterServer

/// Which tokens a server takes, besides those that are signed with one of its keys.
public struct TokenRules: Sendable {
    let issuer: String?
    let audience: String?
    let types: [String]
    let isTypeRequired: Bool
    let isExpiryRequired: Bool
    let leeway: Int64
    let maximumByteCount: Int

    /// Makes rules.
    ///
    /// - Parameters:
    ///   - issuer: Whose tokens are taken: `iss`, to the letter. With nil it is not looked at, which is safe where the keys are of one
    ///     issuer and for nothing else.
    ///   - audience: The name of this server, which `aud` has to list. With nil the server has none, and takes just the tokens without
    ///     `aud`: those that name somebody are not for it (RFC 7519 §4.1.3).
    ///   - types: What tokens may call themselves in `typ`, in upper or lower case, with `application/` in front or not (RFC 7515
    ///     §4.1.9). Tokens for other purposes that one issuer signs with the same key are told apart by it (RFC 8725 §3.11).
    ///   - isTypeRequired: Whether a token without `typ` is refused.
    ///   - isExpiryRequired: Whether a token without `exp` is refused. One that never ends has to be revoked.
    ///   - leeway: The seconds, 0 to 300, by which the clock of the issuer may differ from the server's, for `exp`, `nbf` and `iat`.
    ///   - maximumByteCount: The largest token that is looked at, in bytes.
    /// - Precondition: `issuer` and `audience` are no empty texts, as settings are that somebody forgot; `leeway` is in its range.
    public init(
        issuer: String?,
        audience: String?,
        types: [String] = ["JWT", "at+jwt"],
        isTypeRequired: Bool = false,
        isExpiryRequired: Bool = true,
        leeway: Int = 30,
        maximumByteCount: Int = 8_192
    ) {
        if issuer?.isEmpty == true { fatalError("an empty text is no issuer: say it as in 'iss', or nil not to look at it") }
        if audience?.isEmpty == true { fatalError("an empty text is no audience: say it as in 'aud', or nil to take only tokens without") }
        precondition((0...300).contains(leeway), "clocks differ by 0 to 300 seconds; with more, tokens would not end when they say")
        self.issuer = issuer
        self.audience = audience
        self.types = types.map(\.shortTokenType)
        self.isTypeRequired = isTypeRequired
        self.isExpiryRequired = isExpiryRequired
        self.leeway = Int64(leeway)
        self.maximumByteCount = maximumByteCount
    }

    /// Whether a token is of a kind that is taken, as its header says.
    func accept(_ header: TokenHeader) -> Bool {
        guard !header.isExtended else { return false }
        guard let type = header.type else { return !isTypeRequired }
        return types.contains(type.shortTokenType)
    }

    /// Whether a token is from the issuer, for this server, and counts by now.
    ///
    /// - Throws: ``TokenFault/expired`` for one that did until now.
    func accept(_ claims: TokenClaims, at now: Timestamp) throws(TokenFault) -> Bool {
        if let issuer, claims.issuer?.isSame(as: issuer) != true { return false }
        if let audience {
            guard let audiences = claims.audiences, audiences.contains(where: audience.isSame(as:)) else { return false }
        } else if claims.audiences != nil {
            return false
        }
        // What begins later, or was issued later than now, is nobody's yet.
        let latestBegin = now.later(bySeconds: leeway)
        for begin in [claims.notBefore, claims.issuedAt] {
            if let begin, begin > latestBegin { return false }
        }
        guard let end = claims.expiresAt else { return !isExpiryRequired }
        guard now < end.later(bySeconds: leeway) else { throw .expired }
        return true
    }
}

extension String {
    /// The name of a media type in lower case, without the `application/` that may be left out (RFC 7515 §4.1.9).
    fileprivate var shortTokenType: String {
        let name = lowercased()
        let prefix = "application/"
        return name.hasPrefix(prefix) && !name.dropFirst(prefix.count).contains("/") ? String(name.dropFirst(prefix.count)) : name
    }
}
