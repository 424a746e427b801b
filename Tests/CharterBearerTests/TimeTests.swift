import CharterBearer
import CharterRuntime
import CharterServer
import Testing

@Suite("The times of a token")
struct TimeTests {
    private static let now = Forgery.now.secondsSinceEpoch

    @Test(
        "hold to the nanosecond, give or take the leeway",
        arguments: [
            // exp: valid before it, not at it (RFC 7519 §4.1.4).
            (#""exp":\#(now + 1)"#, 0, 0, "ann"), (#""exp":\#(now)"#, 0, 0, "expired"), (#""exp":\#(now)"#, 30, 0, "ann"),
            (#""exp":\#(now - 29)"#, 30, 0, "ann"), (#""exp":\#(now - 30)"#, 30, 0, "expired"), (#""exp":\#(now - 31)"#, 30, 0, "expired"),
            (#""exp":\#(now + 1)"#, 0, 999_999_999, "ann"), (#""exp":\#(now).5"#, 0, 499_999_999, "ann"),
            (#""exp":\#(now).5"#, 0, 500_000_000, "expired"),
            // nbf: valid from it on (§4.1.5); before, it is nobody's.
            (#""exp":\#(now + 60),"nbf":\#(now)"#, 0, 0, "ann"), (#""exp":\#(now + 60),"nbf":\#(now + 1)"#, 0, 0, "nobody"),
            (#""exp":\#(now + 60),"nbf":\#(now + 1)"#, 0, 999_999_999, "nobody"), (#""exp":\#(now + 60),"nbf":\#(now + 30)"#, 30, 0, "ann"),
            (#""exp":\#(now + 60),"nbf":\#(now + 31)"#, 30, 0, "nobody"),
            // iat: none that is to come.
            (#""exp":\#(now + 60),"iat":\#(now + 30)"#, 30, 0, "ann"), (#""exp":\#(now + 60),"iat":\#(now + 31)"#, 30, 0, "nobody"),
            (#""exp":\#(now + 60),"iat":\#(now - 86_400)"#, 0, 0, "ann"),
            // One that ended before it began is over.
            (#""exp":\#(now - 60),"nbf":\#(now - 30)"#, 0, 0, "expired"),
        ] as [(String, Int, Int32, String)]
    )
    func bounds(claims: String, leeway: Int, nanoseconds: Int32, outcome: String) async throws {
        let rules = TokenRules(issuer: Forgery.issuer, audience: Forgery.audience, leeway: leeway)
        let clock = Timestamp(secondsSinceEpoch: Self.now, nanoseconds: nanoseconds)
        let token = Forgery(payload: Forgery.claims(claims, exp: nil)).token()
        #expect(try await self.outcome(of: token, rules, at: clock) == outcome)
    }

    @Test("end it, as the clock goes on")
    func expiry() async throws {
        let token = Forgery().token()
        let ends: [(Int64, String)] = [(0, "ann"), (59, "ann"), (89, "ann"), (90, "expired"), (1_000_000, "expired")]
        for (seconds, outcome) in ends {
            let clock = Timestamp(secondsSinceEpoch: Self.now + seconds)
            #expect(try await self.outcome(of: token, .trial, at: clock) == outcome, "\(seconds)")
        }
    }

    @Test("may be left out where the rules say so")
    func noExpiry() async throws {
        let token = Forgery(payload: Forgery.claims(exp: nil)).token()
        let lasting = TokenRules(issuer: Forgery.issuer, audience: Forgery.audience, isExpiryRequired: false)
        #expect(try await outcome(of: token, .trial, at: Forgery.now) == "nobody")
        #expect(try await outcome(of: token, lasting, at: Forgery.now) == "ann")
        let ended = Forgery(payload: Forgery.claims(exp: "1")).token()
        #expect(try await outcome(of: ended, lasting, at: Forgery.now) == "expired")
    }

    @Test("are told to nobody whose signature does not hold")
    func unsigned() async throws {
        let token = Forgery(payload: Forgery.claims(exp: "1")).token(Array(repeating: 0, count: 32))
        #expect(try await outcome(of: token, .trial, at: Forgery.now) == "nobody")
    }

    private func outcome(of token: String, _ rules: TokenRules, at now: Timestamp) async throws -> String {
        let keys = VerificationKeys(try TokenSecret(Forgery.secret))
        do {
            return try await JSONWebTokenVerifier(keys: keys, rules: rules, now: { now }).caller(token)?.user ?? "nobody"
        } catch let fault as TokenFault {
            return "\(fault)"
        }
    }
}
