import CharterRuntime
import CharterServer

/// Finds out whom JSON Web Tokens (RFC 7519) speak for, as RFC 8725 says that it be done.
///
/// A token is looked at in this order: its size and form, its header, its signature, whom it is from and for, its times, whether it was
/// revoked; nothing that it says is believed before its signature holds. It says neither with which algorithm it is verified, nor with
/// which key: both are bound to the keys that the server was given.
public struct JSONWebTokenVerifier: TokenVerifier {
    private let keys: Keys
    private let rules: TokenRules
    private let claims: CallerClaims
    private let isRevoked: (@Sendable (TokenClaims) async throws -> Bool)?
    private let now: @Sendable () -> Timestamp

    /// Verifies tokens with keys that stay.
    ///
    /// - Parameters:
    ///   - keys: The keys with which tokens may be signed.
    ///   - rules: Which tokens are taken.
    ///   - claims: What claims say of the caller.
    ///   - isRevoked: Whether a token was taken back, by its `id`, or by its `subject` and when it was issued. It is asked for each
    ///     token that is valid otherwise; what it throws is answered 500.
    ///   - now: The clock.
    public init(
        keys: VerificationKeys,
        rules: TokenRules,
        claims: CallerClaims = CallerClaims(),
        isRevoked: (@Sendable (TokenClaims) async throws -> Bool)? = nil,
        now: @escaping @Sendable () -> Timestamp = { .now() }
    ) {
        self.init(.fixed(keys), rules, claims, isRevoked, now)
    }

    /// Verifies tokens with keys that are fetched; the parameters are those of the other initializer.
    public init(
        keys: RefreshedKeys,
        rules: TokenRules,
        claims: CallerClaims = CallerClaims(),
        isRevoked: (@Sendable (TokenClaims) async throws -> Bool)? = nil,
        now: @escaping @Sendable () -> Timestamp = { .now() }
    ) {
        self.init(.refreshed(keys), rules, claims, isRevoked, now)
    }

    private init(
        _ keys: Keys,
        _ rules: TokenRules,
        _ claims: CallerClaims,
        _ isRevoked: (@Sendable (TokenClaims) async throws -> Bool)?,
        _ now: @escaping @Sendable () -> Timestamp
    ) {
        self.keys = keys
        self.rules = rules
        self.claims = claims
        self.isRevoked = isRevoked
        self.now = now
    }

    /// The caller whom a token speaks for; nil if it is signed with no key of these, for or from somebody else, not valid yet, or of
    /// another kind.
    ///
    /// - Throws: ``TokenFault/malformed`` for what cannot be read, ``TokenFault/expired`` and ``TokenFault/revoked`` for tokens that
    ///   were valid until then; what kept the keys, ``CallerClaims/complete`` or `isRevoked` from answering.
    public func caller(presenting token: String, as credential: APIDescription.Credential) async throws -> Caller? {
        let token = try SignedToken(token, maximumByteCount: rules.maximumByteCount)
        guard rules.accept(token.header) else { return nil }
        guard try await keys.keys(for: token.header).contains(where: { $0.hasSigned(token) }) else { return nil }
        let said = try TokenClaims(token.payload)
        guard try rules.accept(said, at: now()) else { return nil }
        if let isRevoked, try await isRevoked(said) { throw TokenFault.revoked }
        let caller = try claims.caller(said)
        guard let complete = claims.complete else { return caller }
        return try await complete(caller, said)
    }

    private enum Keys: Sendable {
        case fixed(VerificationKeys)
        case refreshed(RefreshedKeys)

        func keys(for header: TokenHeader) async throws -> [VerificationKey] {
            switch self {
            case .fixed(let keys): keys.keys(for: header)
            case .refreshed(let keys): try await keys.keys(for: header).keys(for: header)
            }
        }
    }
}
