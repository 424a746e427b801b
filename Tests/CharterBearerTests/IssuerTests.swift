import CharterBearer
import CharterRuntime
import CharterServer
import Crypto
import CryptoExtras
import Testing

@Suite("An issuer")
struct IssuerTests {
    @Test(
        "issues tokens that say of a caller what is read of them",
        arguments: [
            Caller(keyID: nil, kind: nil, scopes: [], user: "ann", tenant: nil),
            Caller(keyID: nil, kind: nil, scopes: ["read", "write"], roles: ["admin"], user: "ann", tenant: "acme"),
            Caller(
                keyID: nil,
                kind: nil,
                scopes: ["read"],
                roles: ["acme": ["owner"], "birch": ["member"]],
                tenant: nil,
                otherTenants: ["acme", "birch"]
            ),
        ]
    )
    func roundTrip(caller: Caller) async throws {
        for algorithm in TokenSecret.Algorithm.allCases {
            let secret = try TokenSecret(Array(repeating: 7, count: 64), algorithm: algorithm, id: "main")
            let issuer = TokenIssuer(secret: secret, issuer: Forgery.issuer, audience: Forgery.audience, now: { Forgery.now })
            let verifier = JSONWebTokenVerifier(keys: VerificationKeys(secret), rules: .trial, now: { Forgery.now })
            #expect(try await verifier.caller(try issuer.token(for: caller)) == caller)
        }
    }

    @Test("writes the times and names of each token, unless it is given others")
    func claims() async throws {
        let secret = try TokenSecret(Forgery.secret)
        let issuer = TokenIssuer(secret: secret, issuer: Forgery.issuer, audience: Forgery.audience, lifetime: 60, now: { Forgery.now })
        let start = Forgery.now.secondsSinceEpoch
        let first = try await said(try issuer.token(["sub": .string("ann")]))
        #expect(first.subject == "ann")
        #expect(first.issuer == Forgery.issuer)
        #expect(first.audiences == [Forgery.audience])
        #expect(first.issuedAt?.secondsSinceEpoch == start)
        #expect(first.expiresAt?.secondsSinceEpoch == start + 60)
        #expect(try await said(try issuer.token([:])).id != first.id)
        let own = try await said(try issuer.token(["exp": .null, "jti": .string("t-1"), "nbf": .integer(start)]))
        #expect(own.expiresAt == nil)
        #expect(own.id == "t-1")
        #expect(own.notBefore?.secondsSinceEpoch == start)
    }

    @Test("says what it has no claim for")
    func unwritable() throws {
        let issuer = TokenIssuer(secret: try TokenSecret(Forgery.secret), issuer: nil, audience: nil)
        let caller = Caller(keyID: nil, kind: nil, scopes: ["read"], user: "ann", tenant: nil)
        #expect(throws: UnwritableClaim.self) { try issuer.token(for: caller, claims: CallerClaims(scopes: [])) }
        #expect(throws: UnwritableClaim.self) { try issuer.token(for: caller, claims: CallerClaims(user: nil)) }
    }

    @Test("has a secret that is long enough, and no key that others know", arguments: TokenSecret.Algorithm.allCases)
    func secrets(algorithm: TokenSecret.Algorithm) throws {
        let count = algorithm.minimumByteCount
        #expect(throws: TokenSecret.Fault.tooShort(count: count - 1, minimum: count)) {
            try TokenSecret(Array(repeating: 7, count: count - 1), algorithm: algorithm)
        }
        _ = try TokenSecret(Array(repeating: 7, count: count), algorithm: algorithm)
        for text in [
            IssuerKeys.shared.rsa.publicKey.pemRepresentation, "\n" + IssuerKeys.shared.p256.pemRepresentation, IssuerKeys.shared.okp,
        ] {
            #expect(throws: TokenSecret.Fault.keyFile) { try TokenSecret(Array(text.utf8), algorithm: algorithm) }
        }
    }

    @Test("shows its secret nowhere, nor does what verifies with it")
    func silence() throws {
        let secret = try TokenSecret(Array("TOP-SECRET-0123456789-0123456789".utf8))
        let issuer = TokenIssuer(secret: secret, issuer: nil, audience: nil)
        let keys = VerificationKeys(secret)
        let verifier = JSONWebTokenVerifier(keys: keys, rules: .trial)
        for value in [secret, issuer, keys, verifier] as [Any] {
            var dumped = ""
            dump(value, to: &dumped)
            for text in ["\(value)", String(reflecting: value), dumped] {
                #expect(!text.contains("TOP-SECRET") && !text.contains("84, 79, 80"), "\(type(of: value))")
            }
        }
        let fault = #expect(throws: TokenSecret.Fault.self) { try TokenSecret(Array("TOP-SECRET".utf8)) }
        #expect(fault.map { "\($0)".contains("TOP-SECRET") } == false)
    }

    /// The claims of a token.
    private func said(_ token: String) async throws -> TokenClaims {
        let keys = VerificationKeys(try TokenSecret(Forgery.secret))
        let rules = TokenRules(issuer: Forgery.issuer, audience: Forgery.audience, isExpiryRequired: false)
        let (stream, continuation) = AsyncStream.makeStream(of: TokenClaims.self)
        let claims = CallerClaims { caller, claims in
            continuation.yield(claims)
            return caller
        }
        _ = try await JSONWebTokenVerifier(keys: keys, rules: rules, claims: claims, now: { Forgery.now }).caller(token)
        continuation.finish()
        return try #require(await stream.first { _ in true })
    }
}
