import CharterConformance
import CharterRuntime
import HTTPTypes
import Synchronization
import Testing

/// A server that makes four things, and knows or passes over fields that are not documented.
private final class Maker: HTTPTransport {
    private let refusesUnknown: Bool
    private let countsRefused: Bool
    private let made = Mutex(0)

    init(refusesUnknown: Bool, countsRefused: Bool) {
        (self.refusesUnknown, self.countsRefused) = (refusesUnknown, countsRefused)
    }

    func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
        let isRefused = refusesUnknown && String(decoding: body, as: UTF8.self).contains("noSuchField")
        let count = made.withLock { made in
            if !isRefused || countsRefused { made += 1 }
            return made
        }
        if isRefused { return .refusal(.invalidRequest, status: 400) }
        guard count > 4 else { return .json("{}", status: 201) }
        var reply = HTTPReply.refusal(.quotaExceeded, status: 429)
        reply.head.headerFields[.retryAfter] = "600"
        return reply
    }
}

@Suite("a limit that counts what was done")
struct FailureLimitTests {
    @Test(
        "is held to counting nothing else, where a call is known that fails",
        arguments: [(true, false, CheckResult.Outcome.passed), (true, true, .failed), (false, false, .unchecked)]
    )
    func failures(refusesUnknown: Bool, countsRefused: Bool, outcome: CheckResult.Outcome) async {
        var api = APIDescription.calendar
        api.limits = [
            .init(name: "made", allow: 4, window: .sliding(seconds: 600), partition: .everyone, kind: .quota, counts: .effects)
        ]
        var endpoint = Calendar.addEvent
        (endpoint.auth, endpoint.scope, endpoint.limits) = (.none, .none, ["made"])
        let control = ServerControl(reset: {}, advanceClock: { _ in })
        let maker = Maker(refusesUnknown: refusesUnknown, countsRefused: countsRefused)
        let server = ServerUnderTest(transport: maker, fixtures: .calendar, control: control)
        let result = await run("limit-of-failures/made", on: endpoint, in: api, server)
        #expect(result.outcome == outcome, "\(result.actual)")
        if outcome == .unchecked { #expect(result.actual.contains("a call of addEvent that fails")) }
    }
}
