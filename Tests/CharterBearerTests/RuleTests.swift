import CharterBearer
import CharterRuntime
import CharterServer
import Testing

@Suite("A verifier")
struct RuleTests {
    @Test("without a name of its own takes no token that is for somebody")
    func noAudience() async throws {
        let verifier = try verifier(TokenRules(issuer: nil, audience: nil))
        #expect(try await verifier.caller(Forgery().token()) == nil)
        #expect(try await verifier.caller(Forgery(payload: Forgery.claims(aud: "[]")).token()) == nil)
        #expect(try await verifier.caller(Forgery(payload: Forgery.claims(iss: nil, aud: nil)).token())?.user == "ann")
    }

    @Test("is not made for an issuer or a server without a name, such as a setting that somebody forgot")
    func emptyNames() async {
        let issuer = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = TokenRules(issuer: "", audience: nil)
        }
        let issuerText = String(decoding: issuer?.standardErrorContent ?? [], as: UTF8.self)
        #expect(issuerText.contains("an empty text is no issuer"))
        let audience = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = TokenRules(issuer: nil, audience: "")
        }
        let audienceText = String(decoding: audience?.standardErrorContent ?? [], as: UTF8.self)
        #expect(audienceText.contains("an empty text is no audience"))
    }

    @Test("compares names character by character, whatever Unicode holds to be the same")
    func spellings() async throws {
        let verifier = try verifier(TokenRules(issuer: "caf\u{E9}", audience: nil))
        #expect(try await verifier.caller(Forgery(payload: Forgery.claims(iss: "\"caf\u{E9}\"", aud: nil)).token()) != nil)
        #expect(try await verifier.caller(Forgery(payload: Forgery.claims(iss: "\"cafe\u{301}\"", aud: nil)).token()) == nil)
    }

    @Test("takes the kinds of token that it is told to")
    func types() async throws {
        let rules = TokenRules(issuer: nil, audience: Forgery.audience, types: ["application/session+jwt"], isTypeRequired: true)
        let verifier = try verifier(rules)
        #expect(try await verifier.caller(Forgery(header: #"{"alg":"HS256","typ":"Session+JWT"}"#).token()) != nil)
        #expect(try await verifier.caller(Forgery(header: #"{"alg":"HS256","typ":"JWT"}"#).token()) == nil)
        #expect(try await verifier.caller(Forgery(header: #"{"alg":"HS256"}"#).token()) == nil)
    }

    @Test("refuses what was taken back, by the token's name or by the person's")
    func revocation() async throws {
        let verifier = try verifier(.trial) { claims in
            claims.id == "t-1" || claims.subject == "bob" && claims.issuedAt.map { $0 < Forgery.now } ?? true
        }
        let server = BearerServer(verifier)
        #expect(try await server.outcome(Forgery(payload: Forgery.claims(#""jti":"t-2""#)).token()) == "200")
        let revoked = Forgery.claims(#""jti":"t-1""#)
        #expect(try await server.outcome(Forgery(payload: revoked).token()) == "401 credential-revoked")
        let bob = Forgery.claims().replacing("ann", with: "bob")
        #expect(try await server.outcome(Forgery(payload: bob).token()) == "401 credential-revoked")
        // Nobody is asked about tokens that are refused anyway: the closure could tell what is on its list.
        #expect(try await server.outcome(Forgery(payload: revoked).token([1])) == "401 credential-unknown")
        let ended = Forgery.claims(#""jti":"t-1""#, exp: "1")
        #expect(try await server.outcome(Forgery(payload: ended).token()) == "401 credential-expired")
    }

    @Test("that cannot ask whether a token was taken back takes none")
    func unansweredRevocation() async throws {
        struct Unreachable: Error {}
        let server = BearerServer(try verifier(.trial) { _ in throw Unreachable() })
        #expect(try await server.outcome(Forgery().token()) == "500 internal-error")
    }

    @Test("tries each of several secrets, or the one that a token names")
    func severalSecrets() async throws {
        let (old, new) = (Array(repeating: UInt8(1), count: 32), Array(repeating: UInt8(2), count: 32))
        let nameless = JSONWebTokenVerifier(
            keys: VerificationKeys(try TokenSecret(new), try TokenSecret(old)),
            rules: .trial,
            now: { Forgery.now }
        )
        for secret in [old, new] { #expect(try await nameless.caller(Forgery().token(secret)) != nil) }
        #expect(try await nameless.caller(Forgery().token()) == nil)
        let named = JSONWebTokenVerifier(
            keys: VerificationKeys(try TokenSecret(new, id: "2"), try TokenSecret(old, id: "1")),
            rules: .trial,
            now: { Forgery.now }
        )
        func token(_ id: String, _ secret: [UInt8]) -> String { Forgery(header: #"{"alg":"HS256","kid":"\#(id)"}"#).token(secret) }
        #expect(try await named.caller(token("1", old)) != nil)
        #expect(try await named.caller(token("2", new)) != nil)
        #expect(try await named.caller(token("1", new)) == nil)
        // Which of two it would be, a token without a name does not say.
        #expect(try await named.caller(Forgery().token(new)) == nil)
    }

    private func verifier(
        _ rules: TokenRules,
        isRevoked: (@Sendable (TokenClaims) async throws -> Bool)? = nil
    ) throws -> JSONWebTokenVerifier {
        JSONWebTokenVerifier(
            keys: VerificationKeys(try TokenSecret(Forgery.secret)),
            rules: rules,
            isRevoked: isRevoked,
            now: { Forgery.now }
        )
    }
}
