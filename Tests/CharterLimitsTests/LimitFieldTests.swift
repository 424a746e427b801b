import CharterRuntime
import HTTPTypes
import Testing

@testable import CharterServer

/// What responses say of limits.
@Suite("Header fields of limits")
struct LimitFieldTests {
    private static let now = Timestamp(secondsSinceEpoch: 1_777_630_998, nanoseconds: 500_000_000)
    private static let all = APIDescription.LimitHeaders(
        retryAfter: true,
        draft: true,
        legacy: .init(limit: "X-RateLimit-Limit", remaining: "X-RateLimit-Remaining", reset: "X-RateLimit-Reset", resetUnit: .seconds)
    )

    private static func standing(
        _ name: String,
        allow: Int,
        _ window: LimitWindow,
        remaining: Int,
        reset: Int64,
        wait: Int64? = nil,
        burst: Int? = nil,
        _ kind: APIDescription.Limit.Kind = .throttle
    ) -> LimitStanding {
        LimitStanding(
            rule: LimitRule(name: name, allow: allow, window: window, burst: burst, kind: kind),
            remaining: remaining,
            resetNanoseconds: reset,
            waitNanoseconds: wait
        )
    }

    private let fast = standing("fast", allow: 100, .sliding(seconds: 1), remaining: 7, reset: 600_000_000)
    private let monthly = standing("monthly", allow: 5_000, .month, remaining: 4_000, reset: 86_400_000_000_000, .quota)

    private func fields(
        _ standings: [LimitStanding],
        isRefusal: Bool = false,
        _ change: (inout APIDescription.LimitHeaders) -> Void = { _ in }
    ) -> HTTPFields {
        var headers = Self.all
        change(&headers)
        var fields: HTTPFields = [:]
        LimitFields(headers: headers, standings: standings, now: Self.now).add(to: &fields, isRefusal: isRefusal)
        return fields
    }

    private func field(_ name: String) throws -> HTTPField.Name {
        try #require(HTTPField.Name(name))
    }

    @Test("list every limit as structured fields, without a window where it has no fixed length")
    func draft() throws {
        let fields = fields([fast, monthly])
        #expect(fields[try field("RateLimit-Policy")] == #""fast";q=100;w=1, "monthly";q=5000"#)
        #expect(fields[try field("RateLimit")] == #""fast";r=7;t=1, "monthly";r=4000;t=86400"#)
    }

    @Test(
        "tell of a bucket its size, and the time in which it is filled, rounded up",
        arguments: [(5, 7, 1, "7;w=2"), (5, 10, 1, "10;w=2"), (100, 10, 60, "10;w=6"), (1, .max, 60, "999999999999999;w=999999999999999")]
    )
    func bucket(_ allow: Int, _ size: Int, _ seconds: Int, _ policy: String) throws {
        let left = min(size, 7)
        let standing = Self.standing("perKey", allow: allow, .sliding(seconds: seconds), remaining: left, reset: 0, burst: size)
        let fields = fields([standing])
        #expect(fields[try field("RateLimit-Policy")] == "\"perKey\";q=\(policy)")
        #expect(fields[try field("RateLimit")] == "\"perKey\";r=\(left)")
        #expect(fields[try field("X-RateLimit-Limit")] == String(size))
    }

    @Test("write names and numbers so that they can be read")
    func structured() throws {
        let odd = Self.standing("a\"b\\c\u{e9}", allow: .max, .sliding(seconds: .max), remaining: .max, reset: .max)
        let fields = fields([odd])
        #expect(fields[try field("RateLimit-Policy")] == #""a\"b\\c_";q=999999999999999;w=999999999999999"#)
        #expect(fields[try field("RateLimit")] == #""a\"b\\c_";r=999999999999999;t=9223372037"#)
    }

    @Test("tell in older fields of the limit with the least left, and of such of the one that takes longest")
    func legacy() throws {
        for standings in [[fast, monthly], [monthly, fast]] {
            let fields = fields(standings) { $0.draft = false }
            #expect(
                fields == [
                    try field("X-RateLimit-Limit"): "100", try field("X-RateLimit-Remaining"): "7", try field("X-RateLimit-Reset"): "1",
                ]
            )
        }
        let used = Self.standing("used", allow: 3, .sliding(seconds: 60), remaining: 0, reset: 10_000_000_000, wait: 10_000_000_000)
        let slow = Self.standing("slow", allow: 4, .sliding(seconds: 60), remaining: 0, reset: 20_000_000_000, wait: 20_000_000_000)
        for standings in [[fast, used, slow], [slow, used, fast]] {
            #expect(fields(standings, isRefusal: true)[try field("X-RateLimit-Limit")] == "4")
        }
    }

    @Test("tell when a window ends in seconds from now or since 1970, not before it has")
    func epoch() throws {
        let fields = fields([fast]) { $0.legacy?.resetUnit = .epochSeconds }
        // 0.6 s behind 998.5.
        #expect(fields[try field("X-RateLimit-Reset")] == "1777631000")
        let exact = Self.standing("a", allow: 1, .sliding(seconds: 1), remaining: 0, reset: 500_000_000)
        #expect(self.fields([exact]) { $0.legacy?.resetUnit = .epochSeconds }[try field("X-RateLimit-Reset")] == "1777630999")
    }

    @Test("leave out what the contract does not name")
    func partial() throws {
        #expect(
            fields([fast]) {
                $0.draft = false
                $0.legacy = .init(remaining: "X-Left", resetUnit: .seconds)
            } == [try field("X-Left"): "7"]
        )
        #expect(
            fields([fast]) {
                $0.draft = false
                $0.legacy = nil
            }.isEmpty
        )
        #expect(fields([]).isEmpty)
    }

    @Test("stand in refusals alone where the contract says so")
    func onRefusals() {
        #expect(fields([fast]) { $0.onRefusalsOnly = true }.isEmpty)
        #expect(fields([fast], isRefusal: true) { $0.onRefusalsOnly = true }.count == 5)
        #expect(fields([fast]).count == 5)
    }

    @Test("of refusals: Retry-After in whole seconds, never 0, and a code that tells throttles from quotas")
    func refusals() {
        let throttle = Self.standing("fast", allow: 1, .sliding(seconds: 1), remaining: 0, reset: 1, wait: 1)
        let refusal = Refusal.exceeded(throttle, Self.all)
        #expect(refusal.status == 429 && refusal.code == "limit-exceeded")
        #expect(refusal.headers == [.retryAfter: "1"])
        #expect(refusal.detail == "The limit 'fast' lets a request pass again in 1 second.")
        let quota = Self.standing("mails", allow: 1, .day, remaining: 0, reset: 1_000_000_001, wait: 1_000_000_001, .quota)
        let used = Refusal.exceeded(quota, Self.all)
        #expect(used.status == 429 && used.code == "quota-exceeded")
        #expect(used.headers == [.retryAfter: "2"])
        #expect(used.detail == "Something is left of the limit 'mails' again in 2 seconds.")
        #expect(Refusal.exceeded(quota, .init(retryAfter: false)).headers.isEmpty)
    }

    @Test("say nothing of a time where nothing is missing")
    func untouched() throws {
        let fields = fields([Self.standing("fast", allow: 3, .sliding(seconds: 60), remaining: 3, reset: 0)])
        #expect(fields[try field("RateLimit-Policy")] == #""fast";q=3;w=60"#)
        #expect(fields[try field("RateLimit")] == #""fast";r=3"#)
    }
}
