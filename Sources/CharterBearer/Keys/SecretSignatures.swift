import Crypto
import JWTKit

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The signatures that a secret makes and verifies: HMAC (RFC 7518 §3.2).
struct SecretSignatures: JWTAlgorithm {
    let secret: TokenSecret

    var name: String { secret.algorithm.rawValue }

    func sign(_ plaintext: some DataProtocol) -> [UInt8] {
        switch secret.algorithm {
        case .hs256: Array(HMAC<SHA256>.authenticationCode(for: plaintext, using: secret.bytes))
        case .hs384: Array(HMAC<SHA384>.authenticationCode(for: plaintext, using: secret.bytes))
        case .hs512: Array(HMAC<SHA512>.authenticationCode(for: plaintext, using: secret.bytes))
        }
    }

    /// Whether a signature is that of bytes, found out in a time that does not depend on where it differs.
    func verify(_ signature: some DataProtocol, signs plaintext: some DataProtocol) -> Bool {
        let signature = Array(signature)
        return switch secret.algorithm {
        case .hs256: HMAC<SHA256>.isValidAuthenticationCode(signature, authenticating: plaintext, using: secret.bytes)
        case .hs384: HMAC<SHA384>.isValidAuthenticationCode(signature, authenticating: plaintext, using: secret.bytes)
        case .hs512: HMAC<SHA512>.isValidAuthenticationCode(signature, authenticating: plaintext, using: secret.bytes)
        }
    }
}
