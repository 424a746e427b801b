import CharterConformance
import CharterRuntime
import HTTPTypes
import Synchronization
import Testing

/// A server that passes so many calls and then refuses, for whichever limit.
private final class Turnstile: HTTPTransport {
    private let passes: Int
    private let calls = Mutex(0)

    private let status: Int
    private let code: String

    init(passes: Int, status: Int = 429, code: String = "limit-exceeded") {
        (self.passes, self.status, self.code) = (passes, status, code)
    }

    func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
        let isRefused = calls.withLock { count in
            count += 1
            return count > passes
        }
        guard isRefused else { return HTTPReply(head: HTTPResponse(status: .ok), body: Array("{}".utf8)) }
        let text = #"{"type":"about:blank","title":"Too many","status":\#(status),"code":"\#(code)"}"#
        let fields: HTTPFields = [.contentType: "application/problem+json", .retryAfter: "60"]
        return HTTPReply(head: HTTPResponse(status: .init(code: status), headerFields: fields), body: Array(text.utf8))
    }
}

/// A server whose clock stands still: 40 calls at once, some more as time passes, 400 an hour.
private final class Bucket: HTTPTransport {
    private struct State {
        var now = 0
        var drops = 40
        var hour = 0
        var calls = 0
    }

    private let state = Mutex(State())
    /// How many calls each period of so many seconds lets in.
    private let drops: Int
    private let period: Int

    init(drops: Int = 3, each period: Int = 1) {
        (self.drops, self.period) = (drops, period)
    }

    func pass(_ seconds: Int) {
        state.withLock { state in
            state.now += seconds
            state.drops = min(40, state.drops + drops * seconds / period)
        }
    }

    func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
        let wait = state.withLock { state -> Int? in
            let hour = state.now / 3_600
            if hour != state.hour { (state.hour, state.calls) = (hour, 0) }
            if state.calls >= 400 { return (hour + 1) * 3_600 - state.now }
            if state.drops == 0 { return 1 }
            state.drops -= 1
            state.calls += 1
            return nil
        }
        guard let wait else { return HTTPReply(head: HTTPResponse(status: .ok), body: Array("{}".utf8)) }
        var reply = HTTPReply.refusal(.limitExceeded, status: 429)
        reply.head.headerFields[.retryAfter] = String(wait)
        return reply
    }
}

/// A server that lets 20 calls pass in 100 minutes, or, where it forgets them sooner, in less.
private final class Hourglass: HTTPTransport {
    private let state = Mutex((now: 0, calls: [Int]()))
    private let length: Int

    init(length: Int) {
        self.length = length
    }

    func pass(_ seconds: Int) {
        state.withLock { $0.now += seconds }
    }

    func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
        let passes = state.withLock { state in
            state.calls.removeAll { $0 + length <= state.now }
            guard state.calls.count < 20 else { return false }
            state.calls.append(state.now)
            return true
        }
        if passes { return HTTPReply(head: HTTPResponse(status: .ok), body: Array("{}".utf8)) }
        var reply = HTTPReply.refusal(.limitExceeded, status: 429)
        reply.head.headerFields[.retryAfter] = "6000"
        return reply
    }
}

/// A server that lets so many calls pass in each stretch of so many seconds.
private final class Turnstiles: HTTPTransport {
    private let state = Mutex((now: 0, calls: [Int]()))
    private let numbers: [Int: Int]
    private let tellsWait: Bool

    init(_ numbers: [Int: Int], tellsWait: Bool) {
        (self.numbers, self.tellsWait) = (numbers, tellsWait)
    }

    func pass(_ seconds: Int) {
        state.withLock { $0.now += seconds }
    }

    func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
        let wait = state.withLock { state -> Int? in
            let waits = numbers.compactMap { length, number -> Int? in
                let counted = state.calls.filter { $0 > state.now - length }
                return counted.count < number ? nil : counted[counted.count - number] + length - state.now
            }
            if waits.isEmpty { state.calls.append(state.now) }
            return waits.max()
        }
        guard let wait else { return .json("{}") }
        var reply = HTTPReply.refusal(.limitExceeded, status: 429)
        if tellsWait { reply.head.headerFields[.retryAfter] = String(wait) }
        return reply
    }
}

@Suite("an endpoint that several limits count")
struct SeveralLimitsTests {
    @Test("says nothing of a limit that another one keeps callers from reaching", arguments: [(20, "lower"), (12, nil)])
    func lowerLimit(passes: Int, reason: String?) async {
        let result = await run("higher", passes: passes)
        #expect(result.outcome == (reason == nil ? .failed : .unchecked))
        if let reason { #expect(result.actual.contains("the limit \(reason) refuses calls before")) }
    }

    @Test("is held to the one that is reached first", arguments: [(20, CheckResult.Outcome.passed), (12, .failed)])
    func ownLimit(passes: Int, outcome: CheckResult.Outcome) async {
        #expect(await run("lower", passes: passes).outcome == outcome)
    }

    @Test(
        "may be answered by a status of its own, which the code tells from other faults",
        arguments: [(402, "used-up", CheckResult.Outcome.passed), (429, "used-up", .failed), (402, "unpaid", .failed)]
    )
    func ownStatus(status: Int, code: String, outcome: CheckResult.Outcome) async {
        var api = APIDescription.calendar
        api.limits = [
            .init(name: "looks", allow: 20, window: .sliding(seconds: 6_000), partition: .address, kind: .quota, counts: .requests)
        ]
        api.errors.faults = [.init(kind: .quotaExceeded, status: 402, code: "used-up")]
        var endpoint = Shop.look
        endpoint.auth = .none
        endpoint.limits = ["looks"]
        let control = ServerControl(reset: {}, advanceClock: { _ in })
        let turnstile = Turnstile(passes: 20, status: status, code: code)
        let server = ServerUnderTest(transport: turnstile, fixtures: .calendar, control: control)
        #expect(await CharterConformanceTests.run("limit/looks", on: endpoint, in: api, server).outcome == outcome)
    }

    @Test("is reached in spite of a bucket beside it that lets calls in drop by drop")
    func bucket() async {
        var api = APIDescription.calendar
        api.limits = [
            .init(name: "hourly", allow: 400, window: .fixed(seconds: 3_600), partition: .everyone, kind: .throttle),
            .init(name: "bucket", allow: 30, window: .sliding(seconds: 10), burst: 40, partition: .everyone, kind: .throttle),
        ]
        var endpoint = Shop.look
        endpoint.auth = .none
        endpoint.limits = ["hourly", "bucket"]
        let bucket = Bucket()
        let control = ServerControl(reset: {}, advanceClock: { bucket.pass($0) })
        let server = ServerUnderTest(transport: bucket, fixtures: .calendar, control: control)
        let result = await CharterConformanceTests.run("limit/hourly", on: endpoint, in: api, server)
        #expect(result.outcome == .passed, "\(result.actual)")
    }

    @Test("is held to the pace at which a bucket is filled", arguments: [(3, CheckResult.Outcome.passed), (1, .failed), (6, .failed)])
    func refill(drops: Int, outcome: CheckResult.Outcome) async {
        var api = APIDescription.calendar
        api.limits = [.init(name: "bucket", allow: 30, window: .sliding(seconds: 1_000), burst: 40, partition: .everyone, kind: .throttle)]
        var endpoint = Shop.look
        endpoint.auth = .none
        endpoint.limits = ["bucket"]
        let bucket = Bucket(drops: drops, each: 100)
        let control = ServerControl(reset: {}, advanceClock: { bucket.pass($0) })
        let server = ServerUnderTest(transport: bucket, fixtures: .calendar, control: control)
        let result = await CharterConformanceTests.run("limit-refill/bucket", on: endpoint, in: api, server)
        #expect(result.outcome == outcome, "\(result.actual)")
    }

    @Test("stays closed for as long as a sliding window is", arguments: [(6_000, CheckResult.Outcome.passed), (3_000, .failed)])
    func sliding(length: Int, outcome: CheckResult.Outcome) async {
        var api = APIDescription.calendar
        api.limits = [.init(name: "glass", allow: 20, window: .sliding(seconds: 6_000), partition: .everyone, kind: .throttle)]
        var endpoint = Shop.look
        endpoint.auth = .none
        endpoint.limits = ["glass"]
        let glass = Hourglass(length: length)
        let control = ServerControl(reset: {}, advanceClock: { glass.pass($0) })
        let server = ServerUnderTest(transport: glass, fixtures: .calendar, control: control)
        let result = await CharterConformanceTests.run("limit-of-refused/glass", on: endpoint, in: api, server)
        #expect(result.outcome == outcome, "\(result.actual)")
    }

    @Test(
        "is held to its own number where another limit of shorter windows refuses calls before",
        arguments: [(30, CheckResult.Outcome.passed), (25, .failed), (35, .failed)],
        [false, true]
    )
    func near(hourly: (number: Int, outcome: CheckResult.Outcome), tellsWait: Bool) async {
        var api = APIDescription.calendar
        api.limitHeaders.retryAfter = tellsWait
        api.limits = [
            .init(name: "hourly", allow: 30, window: .sliding(seconds: 3_600), partition: .everyone, kind: .throttle),
            .init(name: "quarterly", allow: 10, window: .sliding(seconds: 600), partition: .everyone, kind: .throttle),
        ]
        var endpoint = Shop.look
        (endpoint.auth, endpoint.limits) = (.none, ["hourly", "quarterly"])
        let turnstiles = Turnstiles([3_600: hourly.number, 600: 10], tellsWait: tellsWait)
        let control = ServerControl(reset: {}, advanceClock: { turnstiles.pass($0) })
        let server = ServerUnderTest(transport: turnstiles, fixtures: .calendar, control: control)
        let result = await CharterConformanceTests.run("limit/hourly", on: endpoint, in: api, server)
        #expect(result.outcome == hourly.outcome, "\(result.actual)")
    }

    private func run(_ limit: String, passes: Int) async -> CheckResult {
        var api = APIDescription.calendar
        api.limits = [
            .init(name: "higher", allow: 40, window: .sliding(seconds: 60), partition: .everyone, kind: .throttle),
            .init(name: "lower", allow: 20, window: .sliding(seconds: 60), partition: .address, kind: .throttle),
        ]
        var endpoint = Shop.look
        endpoint.auth = .none
        endpoint.limits = ["higher", "lower"]
        let control = ServerControl(reset: {}, advanceClock: { _ in })
        let server = ServerUnderTest(transport: Turnstile(passes: passes), fixtures: .calendar, control: control)
        return await CharterConformanceTests.run("limit/\(limit)", on: endpoint, in: api, server)
    }
}
