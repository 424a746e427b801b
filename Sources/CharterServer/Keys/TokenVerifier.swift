import CharterRuntime

/// Where a server finds out whom a token speaks for.
public protocol TokenVerifier: Sendable {
    /// The caller whom a token speaks for; nil if it is none that this server takes.
    ///
    /// The scopes and roles of the caller count as far as the credential may hold them.
    ///
    /// - Parameters:
    ///   - token: The token as it was sent, three parts with dots between them (RFC 7519 §3).
    ///   - credential: The credential as which it was sent.
    /// - Throws: ``TokenFault`` for a token that is not taken for a reason of its own; every other error is answered 500.
    func caller(presenting token: String, as credential: APIDescription.Credential) async throws -> Caller?
}
