import CharterBearer
import Crypto
import Foundation
import Testing

@Suite("A JSON Web Key Set")
struct KeySetTests {
    private static let good = IssuerKeys.ec("good", "P-256", P256.Signing.PrivateKey().publicKey.rawRepresentation)

    @Test(
        "leaves out a key that cannot be used, and says why",
        arguments: [
            (#"{"kty":"oct","kid":"s","k":"c2VjcmV0","alg":"HS256"}"#, "has secret members"),
            (#"{"kty":"oct","kid":"s","alg":"HS256"}"#, "has a 'kty'"), (#"{"kty":"oct","kid":"s"}"#, "has a 'kty'"),
            ("7", "is no object"),
            (#"{"kty":"EC","crv":"P-256","x":"AA","y":"AA","use":"enc"}"#, "'use'"),
            (#"{"kty":"EC","crv":"P-256","x":"AA","y":"AA","key_ops":["sign"]}"#, "'key_ops'"),
            (#"{"kty":"EC","crv":"P-256","x":"AA","y":"AA","d":"AA"}"#, "has secret members"),
            (#"{"kty":"EC","crv":"P-256","x":"AA","y":"AA","kid":1}"#, "'kid'"),
            (#"{"kty":"EC","crv":"secp256k1","x":"AA","y":"AA"}"#, "'crv'"),
            (#"{"kty":"EC","crv":"Ed25519","x":"AA","y":"AA"}"#, "'crv'"), (#"{"kty":"OKP","crv":"X25519","x":"AA"}"#, "'crv'"),
            (#"{"kty":"EC","crv":"P-256","alg":"ES384","x":"AA","y":"AA"}"#, "'alg'"),
            (#"{"kty":"EC","crv":"P-256","alg":"RS256","x":"AA","y":"AA"}"#, "'alg'"),
            (#"{"kty":"RSA","alg":"ES256","n":"AA","e":"AQAB"}"#, "'alg'"), (#"{"kty":"RSA","alg":"HS256","n":"AA","e":"AQAB"}"#, "'alg'"),
            (#"{"kty":"RSA","alg":"none","n":"AA","e":"AQAB"}"#, "unknown 'alg'"), (#"{"kty":"RSA","e":"AQAB"}"#, "'n'"),
            (#"{"kty":"RSA","n":"A+==","e":"AQAB"}"#, "'n'"), (#"{"kty":"RSA","n":"AQAB","e":"AQAB"}"#, "too weak"),
            (#"{"kty":"RSA","n":"\#(IssuerKeys.shared.modulus)","e":"AQ"}"#, "too weak"), (#"{"kty":"EC","crv":"P-256","x":"AA"}"#, "'y'"),
            // No point of the curve (CVE-2015-7940).
            (IssuerKeys.ec("p", "P-256", Data(repeating: 1, count: 64)), "is no key of ES256"),
            (IssuerKeys.ec("p", "P-256", Data(repeating: 0, count: 64)), "is no key of ES256"),
        ]
    )
    func ignored(key: String, reason: String) async throws {
        let keys = try await VerificationKeys(jwks: IssuerKeys.set(Self.good, key))
        #expect(keys.ignored.count == 1)
        #expect(keys.ignored.first?.hasPrefix("keys[1] ") == true)
        #expect(keys.ignored.first?.contains(reason) == true, "\(keys.ignored)")
        let fault = await #expect(throws: JWKSFault.self) { try await VerificationKeys(jwks: IssuerKeys.set(key)) }
        guard case .noUsableKey = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
    }

    @Test(
        "is read as a whole or not at all",
        arguments: [
            ("", JWKSFault.unreadable), ("[]", .unreadable), ("{}", .unreadable), (#"{"keys":{}}"#, .unreadable),
            (#"{"keys":[],"keys":[]}"#, .unreadable), (IssuerKeys.set(), .noUsableKey([])),
            (IssuerKeys.set(good) + String(repeating: " ", count: 262_144), .tooLarge),
            (IssuerKeys.set(String(repeating: "7,", count: 64) + "7"), .tooLarge),
            (IssuerKeys.set(good.replacing("{", with: #"{"kid":"other","#)), .unreadable),
        ]
    )
    func faults(set: String, fault: JWKSFault) async {
        await #expect(throws: fault) { try await VerificationKeys(jwks: set) }
    }

    @Test("takes a key of RSA without `alg` for RS256, and a key for signatures for what it is")
    func purposes() async throws {
        let key = IssuerKeys.ec("k", "P-384", IssuerKeys.shared.p384.publicKey.rawRepresentation, #","use":"sig","key_ops":["verify"]"#)
        let server = try await BearerServer.ofKeys(IssuerKeys.set(key, IssuerKeys.shared.rsaKey("r")))
        #expect(try await server.outcome(try IssuerKeys.shared.token("ES384", kid: "k")) == "200")
        #expect(try await server.outcome(try IssuerKeys.shared.token("RS256", kid: "r")) == "200")
        #expect(try await server.outcome(try IssuerKeys.shared.token("PS256", kid: "r")) == "401 credential-unknown")
    }

    @Test("may have two keys of one name: a token is one of either")
    func sameName() async throws {
        let other = IssuerKeys.ec("k", "P-256", P256.Signing.PrivateKey().publicKey.rawRepresentation)
        let key = IssuerKeys.ec("k", "P-256", IssuerKeys.shared.p256.publicKey.rawRepresentation)
        let server = try await BearerServer.ofKeys(IssuerKeys.set(other, key))
        #expect(try await server.outcome(try IssuerKeys.shared.token("ES256", kid: "k")) == "200")
        #expect(try await server.outcome(try IssuerKeys.shared.token("ES256", kid: nil)) == "401 credential-unknown")
    }
}
