import CharterRuntime
import Synchronization

/// Tokens that are known by their whole text, and are gone when the process ends: for tests and demonstrations.
///
/// It verifies no signature and reads no claims.
public final class InMemoryTokenVerifier: TokenVerifier {
    private let outcomes = Mutex<[KeyHash: Outcome]>([:])

    /// Creates a verifier that takes no token.
    public init() {}

    /// Takes a token from now on, sent as whatever credential.
    public func add(_ token: String, for caller: Caller) {
        outcomes.withLock { $0[KeyHash(of: token)] = .caller(caller) }
    }

    /// Refuses a token from now on, for a reason.
    public func refuse(_ token: String, for fault: TokenFault) {
        outcomes.withLock { $0[KeyHash(of: token)] = .fault(fault) }
    }

    /// The caller for whom the token was added, or nil.
    ///
    /// A caller that names a credential is known by that one only.
    ///
    /// - Throws: the ``TokenFault`` for which the token is refused.
    public func caller(presenting token: String, as credential: APIDescription.Credential) throws -> Caller? {
        switch outcomes.withLock({ $0[KeyHash(of: token)] }) {
        case .caller(let caller): caller.credential ?? credential.name == credential.name ? caller : nil
        case .fault(let fault): throw fault
        case nil: nil
        }
    }

    private enum Outcome {
        case caller(Caller)
        case fault(TokenFault)
    }
}
