import CharterConformance
import CharterRuntime
import HTTPTypes
import Synchronization
import Testing

/// A server that passes so many calls and then refuses, for whichever limit.
private final class Turnstile: HTTPTransport {
    private let passes: Int
    private let calls = Mutex(0)

    init(passes: Int) {
        self.passes = passes
    }

    func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
        let isRefused = calls.withLock { count in
            count += 1
            return count > passes
        }
        guard isRefused else { return HTTPReply(head: HTTPResponse(status: .ok), body: Array("{}".utf8)) }
        let text = #"{"type":"about:blank","title":"Too many","status":429,"code":"limit-exceeded"}"#
        let fields: HTTPFields = [.contentType: "application/problem+json", .retryAfter: "60"]
        return HTTPReply(head: HTTPResponse(status: .tooManyRequests, headerFields: fields), body: Array(text.utf8))
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
