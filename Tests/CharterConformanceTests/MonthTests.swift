import CharterConformance
import CharterRuntime
import HTTPTypes
import Synchronization
import Testing

/// A server that lets three calls pass in a month, and says how long the rest of it is.
private final class MonthlyServer: HTTPTransport {
    /// The days of its months, from some first of January on.
    private let lengths: [Int]
    private let state = Mutex((now: 40 * 86_400, calls: [Int]()))

    init(lengths: [Int]) {
        self.lengths = lengths
    }

    func pass(_ seconds: Int) {
        state.withLock { $0.now += seconds }
    }

    func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
        let rest = state.withLock { state -> Int? in
            var (begin, number) = (0, 0)
            while begin + lengths[number % lengths.count] * 86_400 <= state.now {
                begin += lengths[number % lengths.count] * 86_400
                number += 1
            }
            if state.calls.filter({ $0 >= begin }).count == 3 { return begin + lengths[number % lengths.count] * 86_400 - state.now }
            state.calls.append(state.now)
            return nil
        }
        guard let rest else { return .json(#"{"data":[],"total":0,"hasMore":false,"limit":3,"offset":0}"#) }
        var refusal = HTTPReply.refusal(.quotaExceeded, status: 429)
        refusal.head.headerFields[.retryAfter] = String(rest)
        return refusal
    }
}

@Suite("a limit of months")
struct MonthTests {
    @Test("passes where they are those of the calendar, leap year or not", arguments: [28, 29])
    func months(ofFebruary: Int) async {
        let result = await run([31, ofFebruary, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
        #expect(result.outcome == .passed, "\(result.actual)")
    }

    @Test("finds months that are all alike, and those that are none", arguments: [[30], [28], [31], [32], [31, 27], [30, 29]])
    func stretches(lengths: [Int]) async {
        let result = await run(lengths)
        #expect(result.outcome == .failed, "\(result.actual)")
    }

    private func run(_ lengths: [Int]) async -> CheckResult {
        var api = APIDescription.calendar
        api.limits = [.init(name: "calls", allow: 3, window: .calendar(.month), partition: .key, kind: .quota, counts: .requests)]
        api.credentials[0].kinds[1].limits = ["calls"]
        api.endpoints = [Calendar.listEvents]
        let server = MonthlyServer(lengths: lengths)
        let control = ServerControl(reset: {}, advanceClock: { server.pass($0) })
        return await CharterConformanceTests.run(
            "limit-months/calls",
            on: Calendar.listEvents,
            in: api,
            ServerUnderTest(transport: server, fixtures: .calendar, control: control)
        )
    }
}
