import JWTKit

/// A key that verifies signatures, with the one algorithm that it is for.
struct VerificationKey: Sendable {
    /// The name by which tokens call it, or nil.
    let id: String?
    let algorithm: SigningAlgorithm
    /// Whether it is a secret without a name, which is tried whatever a token calls its key.
    let answersToAnyID: Bool
    private let signatures: any JWTAlgorithm

    init(_ secret: TokenSecret) {
        id = secret.id
        algorithm =
            switch secret.algorithm {
            case .hs256: .hs256
            case .hs384: .hs384
            case .hs512: .hs512
            }
        answersToAnyID = secret.id == nil
        signatures = SecretSignatures(secret: secret)
    }

    /// Takes up a public key.
    init(id: String?, algorithm: SigningAlgorithm, signatures: any JWTAlgorithm) {
        self.id = id
        self.algorithm = algorithm
        self.signatures = signatures
        answersToAnyID = false
    }

    /// Whether the signature of a token was made with this key.
    func hasSigned(_ token: SignedToken) -> Bool {
        // A signature that is none of its algorithm, such as one of another length, is an error to the library.
        (try? signatures.verify(token.signature, signs: token.signed)) ?? false
    }
}
