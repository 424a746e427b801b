import Crypto
import CryptoExtras
import Foundation

/// The key pairs of an issuer, made by chance for one run, and their public parts as JSON Web Keys.
struct IssuerKeys {
    static let shared = IssuerKeys()

    let p256 = P256.Signing.PrivateKey()
    let p384 = P384.Signing.PrivateKey()
    let p521 = P521.Signing.PrivateKey()
    let ed25519 = Curve25519.Signing.PrivateKey()
    let rsa: _RSA.Signing.PrivateKey

    private init() {
        do { rsa = try _RSA.Signing.PrivateKey(keySize: .bits2048) } catch { preconditionFailure("no key: \(error)") }
    }

    /// A set of JSON Web Keys.
    static func set(_ keys: String...) -> String { #"{"keys":[\#(keys.joined(separator: ","))]}"# }

    /// The set of all keys.
    var all: String {
        Self.set(
            Self.ec("p256", "P-256", p256.publicKey.rawRepresentation),
            Self.ec("p384", "P-384", p384.publicKey.rawRepresentation),
            Self.ec("p521", "P-521", p521.publicKey.rawRepresentation),
            okp,
            rsaKey("rsa"),
            rsaKey("pss", #","alg":"PS256""#)
        )
    }

    /// A key of a curve, given as both coordinates.
    static func ec(_ id: String, _ curve: String, _ point: Data, _ more: String = "") -> String {
        let (x, y) = (Forgery.base64URL(point.prefix(point.count / 2)), Forgery.base64URL(point.suffix(point.count / 2)))
        return #"{"kty":"EC","kid":"\#(id)","crv":"\#(curve)","x":"\#(x)","y":"\#(y)"\#(more)}"#
    }

    var okp: String {
        #"{"kty":"OKP","kid":"ed","crv":"Ed25519","x":"\#(Forgery.base64URL(ed25519.publicKey.rawRepresentation))"}"#
    }

    func rsaKey(_ id: String, _ more: String = "") -> String {
        #"{"kty":"RSA","kid":"\#(id)","n":"\#(modulus)","e":"AQAB"\#(more)}"#
    }

    /// `n` of the RSA key.
    var modulus: String {
        guard let primitives = try? rsa.publicKey.getKeyPrimitives() else { preconditionFailure("a key has primitives") }
        return Forgery.base64URL(primitives.modulus)
    }

    /// A token of the issuer, by the name of the algorithm.
    func token(_ algorithm: String, kid: String?, payload: String = Forgery.claims()) throws -> String {
        let name = kid.map { #","kid":"\#($0)""# } ?? ""
        let forgery = Forgery(header: #"{"alg":"\#(algorithm)"\#(name)}"#, payload: payload)
        return try forgery.signed { data -> Data in
            switch algorithm {
            case "ES256": try p256.signature(for: data).rawRepresentation
            case "ES384": try p384.signature(for: data).rawRepresentation
            case "ES512": try p521.signature(for: data).rawRepresentation
            case "EdDSA": try ed25519.signature(for: data)
            case "RS256": try rsa.signature(for: SHA256.hash(data: data), padding: .insecurePKCS1v1_5).rawRepresentation
            case "RS512": try rsa.signature(for: SHA512.hash(data: data), padding: .insecurePKCS1v1_5).rawRepresentation
            case "PS256": try rsa.signature(for: SHA256.hash(data: data), padding: .PSS).rawRepresentation
            default: Data()
            }
        }
    }
}
