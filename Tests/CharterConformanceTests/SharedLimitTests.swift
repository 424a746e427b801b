import CharterConformance
import CharterRuntime
import HTTPTypes
import Synchronization
import Testing

/// A server that lets four calls pass, of everyone together or of each key.
private final class Gate: HTTPTransport {
    private let countsKeys: Bool
    /// Whose keys are counted together, by key.
    private let people: [String: String]
    private let calls = Mutex<[String: Int]>([:])

    init(countsKeys: Bool, people: [String: String] = [:]) {
        self.countsKeys = countsKeys
        self.people = people
    }

    func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
        let own = HTTPField.Name("X-API-Key").flatMap { request.headerFields[$0] } ?? ""
        let key = people[own] ?? (countsKeys ? own : "")
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

    /// Two keys of Ada and one of Ben.
    private static var people: Fixtures {
        var fixtures = Fixtures.calendar
        for (index, user) in [0: "ada", 1: "ada", 2: "ben"] { fixtures.credentials[index].user = user }
        return fixtures
    }

    private static let keysOfPeople = ["pk_oslo_read": "ada", "sk_oslo_read": "ada", "sk_oslo_write": "ben"]

    @Test("is used up for each key of a person when one has used it up", arguments: [false, true], [nil, 4])
    func person(countsKeys: Bool, burst: Int?) async {
        let gate = Gate(countsKeys: countsKeys, people: countsKeys ? [:] : Self.keysOfPeople)
        let result = await run(.user, gate, Self.people, burst: burst)
        #expect(result.outcome == (countsKeys ? .failed : .passed), "\(result.actual)")
        #expect(result.expected.hasSuffix("for another key of the person"))
    }

    @Test("is not used up for another person of the same tenant", arguments: [false, true])
    func otherPerson(countsAll: Bool) async {
        let gate = Gate(countsKeys: false, people: countsAll ? [:] : Self.keysOfPeople)
        let result = await run(.user, gate, Self.people, check: "limit-of-others/calls")
        #expect(result.outcome == (countsAll ? .failed : .passed), "\(result.actual)")
        #expect(result.curl.hasSuffix("# credentials[2]"), "\(result.curl)")
    }

    @Test("is not checked where nobody says whose keys are one person's")
    func unknownPeople() async {
        let result = await run(.user, Gate(countsKeys: true), .calendar)
        #expect(result.outcome == .unchecked)
        #expect(result.actual.contains(#"two keys of one "user" of oslo that may call search"#), "\(result.actual)")
    }

    @Test("needs no second key where one may call without any, from the same address", arguments: [false, true])
    func visitors(countsKeys: Bool) async {
        var fixtures = Fixtures.calendar
        fixtures.credentials = Array(fixtures.credentials.prefix(1))
        let result = await run(.address, Gate(countsKeys: countsKeys), fixtures, isOpen: true)
        #expect(result.outcome == (countsKeys ? .failed : .passed), "\(result.actual)")
    }

    private func run(
        _ partition: Partition,
        _ gate: Gate,
        _ fixtures: Fixtures,
        burst: Int? = nil,
        isOpen: Bool = false,
        check: String = "limit-shared/calls"
    ) async -> CheckResult {
        var api = APIDescription.calendar
        api.limits = [.init(name: "calls", allow: 4, window: .sliding(seconds: 600), burst: burst, partition: partition, kind: .throttle)]
        var endpoint = Calendar.search
        endpoint.limits = ["calls"]
        if isOpen { (endpoint.auth, endpoint.scope) = (.any([["apiKey"], []]), .none) }
        let control = ServerControl(reset: {}, advanceClock: { _ in })
        let server = ServerUnderTest(transport: gate, fixtures: fixtures, control: control)
        return await CharterConformanceTests.run(check, on: endpoint, in: api, server)
    }
}
