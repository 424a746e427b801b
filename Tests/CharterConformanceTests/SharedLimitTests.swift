import CharterConformance
import CharterRuntime
import HTTPTypes
import Synchronization
import Testing

/// A server that lets four calls pass, of everyone together or of each key.
private final class Gate: HTTPTransport {
    private let countsKeys: Bool
    private let calls = Mutex<[String: Int]>([:])

    init(countsKeys: Bool) {
        self.countsKeys = countsKeys
    }

    func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
        let key = countsKeys ? HTTPField.Name("X-API-Key").flatMap { request.headerFields[$0] } ?? "" : ""
        let count = calls.withLock { calls in
            calls[key, default: 0] += 1
            return calls[key] ?? 0
        }
        guard count > 4 else { return .json("{}") }
        var reply = HTTPReply.refusal(.limitExceeded, status: 429)
        reply.head.headerFields[.retryAfter] = "600"
        return reply
    }
}

@Suite("a limit that callers share")
struct SharedLimitTests {
    typealias Partition = APIDescription.Limit.Partition

    @Test("is used up for each when one has used it up", arguments: [Partition.everyone, .address], [false, true])
    func shared(partition: Partition, countsKeys: Bool) async {
        let result = await run(partition, Gate(countsKeys: countsKeys), .calendar)
        #expect(result.outcome == (countsKeys ? .failed : .passed), "\(result.actual)")
    }

    @Test("is not checked where the fixtures have one caller", arguments: [Partition.everyone, .address])
    func alone(partition: Partition) async {
        var fixtures = Fixtures.calendar
        fixtures.credentials = Array(fixtures.credentials.prefix(1))
        let result = await run(partition, Gate(countsKeys: false), fixtures)
        #expect(result.outcome == .unchecked)
        #expect(result.actual.contains("a second key of oslo that the limit calls counts"))
    }

    @Test("is empty for each key of a tenant when one has emptied a bucket", arguments: [false, true])
    func bucket(countsKeys: Bool) async {
        let result = await run(.tenant, Gate(countsKeys: countsKeys), .calendar, burst: 4)
        #expect(result.outcome == (countsKeys ? .failed : .passed), "\(result.actual)")
    }

    private func run(_ partition: Partition, _ gate: Gate, _ fixtures: Fixtures, burst: Int? = nil) async -> CheckResult {
        var api = APIDescription.calendar
        api.limits = [.init(name: "calls", allow: 4, window: .sliding(seconds: 600), burst: burst, partition: partition, kind: .throttle)]
        var endpoint = Calendar.search
        endpoint.limits = ["calls"]
        let control = ServerControl(reset: {}, advanceClock: { _ in })
        let server = ServerUnderTest(transport: gate, fixtures: fixtures, control: control)
        return await CharterConformanceTests.run("limit-shared/calls", on: endpoint, in: api, server)
    }
}
