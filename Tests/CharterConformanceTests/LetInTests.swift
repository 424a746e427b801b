import CharterConformance
import CharterRuntime
import HTTPTypes
import Synchronization
import Testing

/// A server that lets eight calls of a secret key pass in ten minutes, and has one fault at most.
private final class Porter: HTTPTransport {
    enum Fault: String, CaseIterable {
        case head = "limit-of-head/calls"
        case faults = "limit-of-faults/calls"
        case kinds = "limit-of-other-kinds/calls"
        case headers = "limit-headers-of-faults/calls"
        case window = "limit-window/calls"
        case plans = "limit-of-other-plans/calls"
    }

    private let fault: Fault?
    private let state = Mutex((now: 10_100, calls: [String: [Int]]()))

    init(_ fault: Fault?) {
        self.fault = fault
    }

    func pass(_ seconds: Int) {
        state.withLock { $0.now += seconds }
    }

    func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
        let key = HTTPField.Name("X-API-Key").flatMap { request.headerFields[$0] } ?? ""
        let isUnfit = request.path?.contains("limit=many") == true
        let isCounted = key.hasPrefix("sk_") || fault == .kinds
        let isFree = isUnfit && fault == .faults || request.method == .head && fault == .head
        let most = key.contains("rome") && fault != .plans ? 4 : 8
        let passes = state.withLock { state in
            let now = state.now
            // A fault has windows of the clock.
            let own = (state.calls[key] ?? []).filter { fault == .window ? $0 / 600 == now / 600 : $0 + 600 > now }
            if own.count >= most, isCounted { return false }
            state.calls[key] = isFree ? own : own + [now]
            return true
        }
        var reply = HTTPReply.json(#"{"data":[],"total":0,"hasMore":false,"limit":3,"offset":0}"#)
        if isUnfit { reply = .refusal(.invalidParameter, status: 400) }
        if !passes { reply = .refusal(.limitExceeded, status: 429) }
        if !passes { reply.head.headerFields[.retryAfter] = "600" }
        if let name = HTTPField.Name("X-Limit"), !isUnfit || fault != .headers { reply.head.headerFields[name] = "8" }
        return reply
    }
}

@Suite("a limit of requests")
struct LetInTests {
    @Test("counts what was let in, and nothing else", arguments: Porter.Fault.allCases)
    private func found(fault: Porter.Fault) async {
        let (sound, faulty) = (await run(fault, on: nil), await run(fault, on: fault))
        #expect(sound.outcome == .passed, "\(sound.actual)")
        #expect(faulty.outcome == .failed, "\(faulty.actual)")
    }

    private func run(_ check: Porter.Fault, on fault: Porter.Fault?) async -> CheckResult {
        var api = APIDescription.calendar
        api.limitHeaders = .init(retryAfter: true, legacy: .init(limit: "X-Limit", resetUnit: .seconds))
        api.plans = ["large", "small"]
        let byPlan: [String: Int?] = check == .plans ? ["large": 8, "small": 4] : [:]
        api.limits = [
            .init(
                name: "calls",
                allow: check == .plans ? nil : 8,
                allowByPlan: byPlan,
                window: .sliding(seconds: 600),
                partition: .key,
                kind: .throttle
            )
        ]
        api.credentials[0].kinds[1].limits = ["calls"]
        api.endpoints = [Calendar.listEvents]
        var fixtures = Fixtures.calendar
        fixtures.plans = ["oslo": "large", "rome": "small"]
        fixtures.parameters["rome"] = ["listEvents": ["tag": "rome"]]
        let porter = Porter(fault)
        let control = ServerControl(reset: {}, advanceClock: { porter.pass($0) })
        let server = ServerUnderTest(transport: porter, fixtures: fixtures, control: control)
        return await CharterConformanceTests.run(check.rawValue, on: Calendar.listEvents, in: api, server)
    }
}
