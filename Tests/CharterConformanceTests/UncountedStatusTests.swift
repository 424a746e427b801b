import CharterConformance
import CharterRuntime
import HTTPTypes
import Synchronization
import Testing

/// A server that lets five calls pass, of which it does not count those that do not fit, or does.
private final class Counter: HTTPTransport {
    private let countsUnfit: Bool
    private let calls = Mutex(0)

    init(countsUnfit: Bool) {
        self.countsUnfit = countsUnfit
    }

    func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
        let isUnfit = !body.isEmpty && !String(decoding: body, as: UTF8.self).contains("title")
        let count = calls.withLock { calls in
            if !isUnfit || countsUnfit { calls += 1 }
            return calls
        }
        if count > 5 {
            var reply = HTTPReply.refusal(.limitExceeded, status: 429)
            reply.head.headerFields[.retryAfter] = "600"
            return reply
        }
        return isUnfit ? .refusal(.invalidField, status: 422) : .json("{}", status: body.isEmpty ? 200 : 201)
    }
}

@Suite("a limit that does not count some statuses")
struct UncountedStatusTests {
    @Test("is tried with a call of another endpoint that is answered so", arguments: [false, true])
    func unfit(countsUnfit: Bool) async {
        var api = APIDescription.calendar
        api.errors.faults = [.init(kind: .invalidField, status: 422, code: "invalid-field")]
        api.limits = [
            .init(name: "calls", allow: 5, window: .sliding(seconds: 600), partition: .tenant, kind: .throttle, uncountedStatuses: [422])
        ]
        var (list, add) = (Calendar.listEvents, Calendar.addEvent)
        (list.limits, add.limits) = (["calls"], ["calls"])
        api.endpoints = [list, add]
        let control = ServerControl(reset: {}, advanceClock: { _ in })
        let server = ServerUnderTest(transport: Counter(countsUnfit: countsUnfit), fixtures: .calendar, control: control)
        let result = await run("limit-exception/calls/422", on: add, in: api, server)
        #expect(result.outcome == (countsUnfit ? .failed : .passed), "\(result.actual)")
    }
}
