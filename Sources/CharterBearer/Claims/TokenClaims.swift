import CharterRuntime
import CharterServer

/// What a token says, once its signature holds (RFC 7519 §4).
public struct TokenClaims: Sendable {
    /// Everything that it says, by name.
    public let values: [String: JSONValue]
    /// Whom it speaks of: `sub`.
    public let subject: String?
    /// Who issued it: `iss`.
    public let issuer: String?
    /// Whom it is for: `aud`, one or several; nil if it does not say.
    public let audiences: [String]?
    /// Its own name: `jti`.
    public let id: String?
    /// When it was issued: `iat`.
    public let issuedAt: Timestamp?
    /// When it begins to count: `nbf`.
    public let notBefore: Timestamp?
    /// When it ends: `exp`.
    public let expiresAt: Timestamp?

    /// Reads claims.
    ///
    /// - Throws: ``TokenFault/malformed`` for what is no JSON object, has a name twice, or has a registered claim of another type than
    ///   RFC 7519 §4.1 gives it.
    init(_ payload: [UInt8]) throws(TokenFault) {
        guard let values = StrictJSON.object(payload) else { throw .malformed }
        self.values = values
        subject = try values.text("sub")
        issuer = try values.text("iss")
        id = try values.text("jti")
        audiences = try values.textOrTexts("aud")
        issuedAt = try values.instant("iat")
        notBefore = try values.instant("nbf")
        expiresAt = try values.instant("exp")
    }

    /// The claim of that name, or nil.
    public subscript(name: String) -> JSONValue? { values[name] }
}

extension TokenClaims: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// None of the claims: they speak of a person.
    public var description: String { "TokenClaims" }
    /// None of the claims either.
    public var debugDescription: String { description }
    /// Nothing within, for what dumps values.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension [String: JSONValue] {
    /// The texts of a member that is one or a list of some, or nil if there is no such member.
    func textOrTexts(_ name: String) throws(TokenFault) -> [String]? {
        guard let value = self[name] else { return nil }
        guard let texts = value.text.map({ [$0] }) ?? value.texts else { throw .malformed }
        return texts
    }

    fileprivate func instant(_ name: String) throws(TokenFault) -> Timestamp? {
        guard let value = self[name] else { return nil }
        return try Timestamp(numericDate: value)
    }
}
