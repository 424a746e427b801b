import CharterBearer
import Crypto
import CryptoExtras
import Foundation
import Testing

/// Each attack is a token made by hand; the classes are those of RFC 8725 §2 and of faults that libraries had.
@Suite("A token is refused")
struct AttackTests {
    private static func header(_ members: String) -> Forgery { Forgery(header: "{\(members)}") }
    private static func claiming(_ payload: String) -> Forgery { Forgery(payload: payload) }

    @Test(
        "or taken, by what its header says",
        arguments: [
            (#""alg":"HS256""#, "200"), (#""alg":"HS256","typ":"JWT""#, "200"), (#""alg":"HS256","typ":"application/at+JWT""#, "200"),
            (#""alg":"HS256","kid":"whatever""#, "200"), (#""alg":"HS256","x-note":[1]"#, "200"),
            // Algorithms: none at all (CVE-2015-9235), others than the key's, and names that are not spelt as they are registered.
            (#""alg":"none""#, "401 credential-unknown"), (#""alg":"None""#, "401 credential-unknown"),
            (#""alg":"nOnE""#, "401 credential-unknown"), (#""alg":"""#, "401 credential-unknown"),
            (#""alg":"hs256""#, "401 credential-unknown"),
            (#""alg":"HS384""#, "401 credential-unknown"), (#""alg":"HS256 ""#, "401 credential-unknown"),
            (#""alg":"RS256""#, "401 credential-unknown"), (#""alg":"ES256""#, "401 credential-unknown"),
            (#""typ":"JWT""#, "401 credential-malformed"), (#""alg":256"#, "401 credential-malformed"),
            (#""alg":null"#, "401 credential-malformed"), (#""alg":["HS256"]"#, "401 credential-malformed"),
            ("", "401 credential-malformed"),
            // Extensions that nobody here understands (RFC 7515 §4.1.11), payloads that are not encoded (RFC 7797).
            (#""alg":"HS256","crit":["exp"],"exp":1"#, "401 credential-unknown"), (#""alg":"HS256","crit":[]"#, "401 credential-unknown"),
            (#""alg":"HS256","crit":null"#, "401 credential-unknown"), (#""alg":"HS256","b64":false"#, "401 credential-unknown"),
            (#""alg":"HS256","crit":["b64"],"b64":false"#, "401 credential-unknown"),
            // Tokens for something else (RFC 8725 §3.11).
            (#""alg":"HS256","typ":"secevent+jwt""#, "401 credential-unknown"),
            (#""alg":"HS256","typ":"dpop+jwt""#, "401 credential-unknown"),
            (#""alg":"HS256","typ":"x/at+jwt""#, "401 credential-unknown"), (#""alg":"HS256","typ":"""#, "401 credential-unknown"),
            (#""alg":"HS256","typ":7"#, "401 credential-malformed"), (#""alg":"HS256","typ":null"#, "401 credential-malformed"),
            (#""alg":"HS256","kid":7"#, "401 credential-malformed"),
            // One name twice, also if it is spelt in two ways.
            (#""alg":"none","alg":"HS256""#, "401 credential-malformed"),
            (#""alg":"HS256","\u0061lg":"HS256""#, "401 credential-malformed"),
            // A key that the token brings along or points to (CVE-2018-0114): not looked at, so that only the server's own counts.
            (#""alg":"HS256","jku":"https://evil.example/keys","x5u":"https://evil.example/chain","x5c":["AAAA"]"#, "200"),
        ]
    )
    func headers(members: String, outcome: String) async throws {
        #expect(try await BearerServer.ofSecret().outcome(Self.header(members).token()) == outcome)
    }

    @Test(
        "or taken, by what it claims",
        arguments: [
            (Forgery.claims(), "200"), (Forgery.claims(aud: #"["https://other.example","https://api.example"]"#), "200"),
            (Forgery.claims(aud: #""https://other.example""#), "401 credential-unknown"),
            (Forgery.claims(aud: nil), "401 credential-unknown"),
            (Forgery.claims(aud: "[]"), "401 credential-unknown"),
            (Forgery.claims(aud: #""https://api.example/""#), "401 credential-unknown"),
            (Forgery.claims(aud: #""HTTPS://api.example""#), "401 credential-unknown"),
            (Forgery.claims(aud: "7"), "401 credential-malformed"),
            (Forgery.claims(aud: #"["https://api.example",7]"#), "401 credential-malformed"),
            (Forgery.claims(aud: #"[["https://api.example"]]"#), "401 credential-malformed"),
            (Forgery.claims(iss: #""https://evil.example""#), "401 credential-unknown"),
            (Forgery.claims(iss: nil), "401 credential-unknown"),
            (Forgery.claims(iss: #""https://issuer.example/""#), "401 credential-unknown"),
            (Forgery.claims(iss: #"["https://issuer.example"]"#), "401 credential-malformed"),
            (Forgery.claims(exp: nil), "401 credential-unknown"), (Forgery.claims(exp: "1"), "401 credential-expired"),
            (Forgery.claims(exp: #""1777593660""#), "401 credential-malformed"), (Forgery.claims(exp: "null"), "401 credential-malformed"),
            (Forgery.claims(exp: "true"), "401 credential-malformed"), (Forgery.claims(exp: "-1"), "401 credential-malformed"),
            // Numbers that no integer holds, and milliseconds where seconds should stand.
            (Forgery.claims(exp: "1e400"), "401 credential-malformed"), (Forgery.claims(exp: "1e300"), "401 credential-malformed"),
            (Forgery.claims(exp: "9223372036854775807"), "401 credential-malformed"),
            (Forgery.claims(exp: "1777593660000"), "401 credential-malformed"),
            (Forgery.claims(exp: "253402300799"), "200"), (Forgery.claims(exp: "1.77759366e9"), "200"),
            (Forgery.claims(exp: "1777593660.5"), "200"), (Forgery.claims(exp: "1777593660.9999999999"), "200"),
            (Forgery.claims(#""sub":"bob""#), "401 credential-malformed"),
            (Forgery.claims(#""\u0073ub":"bob""#), "401 credential-malformed"),
            (Forgery.claims(#""exp":1"#), "401 credential-malformed"), (Forgery.claims(#""a":{"b":1,"b":2}"#), "401 credential-malformed"),
            (Forgery.claims(#""a":[{"b":1},{"b":2}]"#), "200"), (Forgery.claims(#""a":"{\"b\":1,\"b\":2}""#), "200"),
            (Forgery.claims(#""jti":7"#), "401 credential-malformed"), (Forgery.claims(#""iat":"now""#), "401 credential-malformed"),
            (Forgery.claims(#""nbf":{}"#), "401 credential-malformed"),
            (#"{"sub":""}"#, "401 credential-unknown"), ("[]", "401 credential-malformed"), ("null", "401 credential-malformed"),
            ("\"text\"", "401 credential-malformed"), ("{", "401 credential-malformed"),
            (Forgery.claims() + "{}", "401 credential-malformed"),
            ("\u{FEFF}" + Forgery.claims(), "401 credential-malformed"),
            (Forgery.claims(#""a":"# + String(repeating: "[", count: 15) + String(repeating: "]", count: 15)), "200"),
            (Forgery.claims(#""a":"# + String(repeating: "[", count: 16) + String(repeating: "]", count: 16)), "401 credential-malformed"),
        ]
    )
    func claims(payload: String, outcome: String) async throws {
        #expect(try await BearerServer.ofSecret().outcome(Self.claiming(payload).token()) == outcome)
    }

    @Test("whose signature is another's, of something else, or none")
    func signatures() async throws {
        let server = try BearerServer.ofSecret()
        let (good, other) = (Forgery(), Forgery(payload: Forgery.claims(#""admin":true"#)))
        let signature = Array(HMAC<SHA256>.authenticationCode(for: Data(good.signed.utf8), using: .init(data: Forgery.secret)))
        func with(_ bytes: [UInt8]) -> String { good.signed { _ in bytes } }
        #expect(try await server.outcome(with(signature)) == "200")
        for index in signature.indices {
            var changed = signature
            changed[index] ^= 0x80
            #expect(try await server.outcome(with(changed)) == "401 credential-unknown")
        }
        #expect(try await server.outcome(other.signed { _ in signature }) == "401 credential-unknown")
        #expect(try await server.outcome(Forgery(header: #"{"alg":"HS256"}"#).signed { _ in signature }) == "401 credential-unknown")
        for wrong in [Array(signature.prefix(16)), signature + [0], [0], Array(repeating: 0, count: 32)] {
            #expect(try await server.outcome(with(wrong)) == "401 credential-unknown")
        }
        // HMAC of no secret, and of a part of it.
        #expect(try await server.outcome(good.token([])) == "401 credential-unknown")
        #expect(try await server.outcome(good.token(Forgery.secret.dropLast())) == "401 credential-unknown")
        #expect(try await server.outcome(good.signed + ".") == "401 credential-malformed")
    }

    @Test("of a stronger hash with the same secret: the secret is for one algorithm")
    func strongerHash() async throws {
        let long = Forgery.secret + Forgery.secret
        let server = try BearerServer.ofSecret(TokenSecret(long))
        #expect(try await server.outcome(Forgery().token(long)) == "200")
        let token = Self.header(#""alg":"HS512""#).signed { HMAC<SHA512>.authenticationCode(for: $0, using: .init(data: long)) }
        #expect(try await server.outcome(token) == "401 credential-unknown")
        #expect(try await BearerServer.ofSecret(TokenSecret(long, algorithm: .hs512)).outcome(token) == "200")
    }

    @Test("that is not written in the one way there is")
    func encodings() async throws {
        let server = try BearerServer.ofSecret()
        let token = Forgery().token()
        #expect(try await server.outcome(token) == "200")
        let parts = token.split(separator: ".").map(String.init)
        // The last character of 32 bytes stands for four bits of them and two more, which are zero.
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        let character = try #require(token.last)
        let last = try #require(alphabet.firstIndex(of: character))
        let shorter = String(token.dropLast())
        let (header, payload, signature) = (parts[0], parts[1], parts[2])
        let malformed: [String] = [
            "\(shorter)\(alphabet[last + 1])", "\(token)=", "\(token)AA", "\(token)AAAA.", "\(token).AAAA", ".\(token)", "\(shorter)+",
            "\(shorter)/", "\(shorter)é", "\(shorter)%", "\(header).\(payload)", "\(header)=.\(payload).\(signature)",
            "\(header)..\(signature)", ".\(payload).\(signature)", "..", "A.B.C", "\(header).\(payload)..\(signature)",
            "\(header).\t\(payload).\(signature)", "AAAA.\(payload).\(signature)", "\(header).AAAA.AAAA.AAAA.\(signature)",
            #"{"protected":"\#(header)","payload":"\#(payload)","signature":"\#(signature)"}"#,
        ]
        for text in malformed {
            #expect(try await server.outcome(text) == "401 credential-malformed", "\(text)")
        }
        // The verifier does not rely on what the server looked at before.
        let verifier = JSONWebTokenVerifier(keys: VerificationKeys(try TokenSecret(Forgery.secret)), rules: .trial, now: { Forgery.now })
        for text in malformed {
            await #expect(throws: (any Error).self, "\(text)") { try await verifier.caller(text) }
        }
    }

    @Test("whose bytes are no UTF-8, in whichever part")
    func noUTF8() async throws {
        let server = try BearerServer.ofSecret()
        let bad = Forgery.base64URL(Array(#"{"alg":"HS256","x":""#.utf8) + [0xC3, 0x28] + Array(#""}"#.utf8))
        for signed in [bad + "." + Forgery.base64URL(Forgery.claims().utf8), Forgery.base64URL(Forgery().header.utf8) + "." + bad] {
            let code = HMAC<SHA256>.authenticationCode(for: Data(signed.utf8), using: .init(data: Forgery.secret))
            #expect(try await server.outcome(signed + "." + Forgery.base64URL(code)) == "401 credential-malformed")
        }
    }

    @Test("that is larger than the bound, before anything is read of it")
    func size() async throws {
        let token = Forgery().token()
        let rules = { TokenRules(issuer: Forgery.issuer, audience: Forgery.audience, maximumByteCount: $0) }
        #expect(try await BearerServer.ofSecret(rules: rules(token.utf8.count)).outcome(token) == "200")
        #expect(try await BearerServer.ofSecret(rules: rules(token.utf8.count - 1)).outcome(token) == "401 credential-malformed")
        let large = Forgery(payload: Forgery.claims(#""a":"\#(String(repeating: "x", count: 8_192))""#)).token()
        #expect(try await BearerServer.ofSecret().outcome(large) == "401 credential-malformed")
    }

    @Test("whose `kid` is meant for a file system or a database", arguments: ["../../../dev/null", "x' UNION SELECT '' --", "", "other"])
    func keyNames(kid: String) async throws {
        let server = try BearerServer.ofSecret(TokenSecret(Forgery.secret, id: "main"))
        for secret in [[], Forgery.secret] {
            #expect(try await server.outcome(Self.header(#""alg":"HS256","kid":"\#(kid)""#).token(secret)) == "401 credential-unknown")
        }
        #expect(try await server.outcome(Self.header(#""alg":"HS256","kid":"main""#).token()) == "200")
        #expect(try await server.outcome(Self.header(#""alg":"HS256""#).token()) == "200")
    }

    @Test("that is signed with a public key as if it were a secret (CVE-2015-9235)")
    func confusion() async throws {
        let keys = IssuerKeys.shared
        let server = try await BearerServer.ofKeys(keys.all)
        let (rsa, ec) = (keys.rsa.publicKey, keys.p256.publicKey)
        let publicTexts: [[UInt8]] = [
            Array(rsa.pemRepresentation.utf8), Array((rsa.pemRepresentation + "\n").utf8), Array(rsa.derRepresentation),
            Array(keys.modulus.utf8), Array(ec.pemRepresentation.utf8), Array(ec.rawRepresentation), Array(ec.x963Representation), [],
        ]
        for secret in publicTexts {
            for kid in ["rsa", "p256"] {
                let named = Self.header(#""alg":"HS256","kid":"\#(kid)""#)
                #expect(try await server.outcome(named.token(secret)) == "401 credential-unknown")
            }
            #expect(try await server.outcome(Self.header(#""alg":"HS256""#).token(secret)) == "401 credential-unknown")
        }
    }

    @Test("that brings its own key along (CVE-2018-0114)")
    func ownKey() async throws {
        let attacker = P256.Signing.PrivateKey()
        let jwk = IssuerKeys.ec("p256", "P-256", attacker.publicKey.rawRepresentation)
        let server = try await BearerServer.ofKeys(IssuerKeys.shared.all)
        for header in [#"{"alg":"ES256","jwk":\#(jwk)}"#, #"{"alg":"ES256","kid":"p256","jwk":\#(jwk),"jku":"https://evil.example"}"#] {
            let token = try Forgery(header: header).signed { try attacker.signature(for: $0).rawRepresentation }
            #expect(try await server.outcome(token) == "401 credential-unknown")
        }
    }

    @Test("whose signature is one of its curve in form alone")
    func curves() async throws {
        let keys = IssuerKeys.shared
        let server = try await BearerServer.ofKeys(keys.all)
        let forgery = Self.header(#""alg":"ES256","kid":"p256""#)
        #expect(try await server.outcome(try keys.token("ES256", kid: "p256")) == "200")
        let order: [UInt8] = [
            0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xBC, 0xE6, 0xFA, 0xAD, 0xA7, 0x17, 0x9E,
            0x84,
            0xF3, 0xB9, 0xCA, 0xC2, 0xFC, 0x63, 0x25, 0x51,
        ]
        let zero = [UInt8](repeating: 0, count: 32)
        // Zeros hold for any text where r and s are not looked at (CVE-2022-21449), and so does the order of the curve.
        for wrong in [zero + zero, order + order, zero + order, order + zero, zero, zero + zero + zero] {
            #expect(try await server.outcome(forgery.signed { _ in wrong }) == "401 credential-unknown")
        }
        let der = try forgery.signed { try keys.p256.signature(for: $0).derRepresentation }
        #expect(try await server.outcome(der) == "401 credential-unknown")
        let longer = try forgery.signed { try keys.p384.signature(for: $0).rawRepresentation }
        #expect(try await server.outcome(longer) == "401 credential-unknown")
    }

    @Test(
        "that is signed with another algorithm, or names another key, than its own",
        arguments: [
            ("ES256", "p256", "200"), ("ES384", "p384", "200"), ("ES512", "p521", "200"), ("EdDSA", "ed", "200"), ("RS256", "rsa", "200"),
            ("PS256", "pss", "200"), ("PS256", "rsa", "401 credential-unknown"), ("RS512", "rsa", "401 credential-unknown"),
            ("RS256", "pss", "401 credential-unknown"), ("ES256", "p384", "401 credential-unknown"),
            ("ES256", "rsa", "401 credential-unknown"),
            ("ES256", "P256", "401 credential-unknown"), ("EdDSA", "p256", "401 credential-unknown"),
            // Without a name, a token is one of the only key of its algorithm.
            ("ES256", nil, "200"), ("RS256", nil, "200"),
        ] as [(String, String?, String)]
    )
    func bindings(algorithm: String, kid: String?, outcome: String) async throws {
        let server = try await BearerServer.ofKeys(IssuerKeys.shared.all)
        #expect(try await server.outcome(try IssuerKeys.shared.token(algorithm, kid: kid)) == outcome)
    }

    @Test("which is not there")
    func missing() async throws {
        #expect(try await BearerServer.ofSecret().outcome(nil) == "401 credential-missing")
    }
}
