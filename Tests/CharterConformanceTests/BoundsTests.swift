import CharterRuntime
import HTTPTypes
import Synchronization
import Testing

@testable import CharterConformance

@Suite("the bounds of a run")
struct BoundsTests {
    /// Answers like the server of a calendar, and notes what is asked.
    private final class Recorder: HTTPTransport {
        private let server = CalendarServer()
        private let notes = Mutex<[String]>([])

        var requests: [String] { notes.withLock { $0 } }

        func send(_ request: HTTPRequest, body: [UInt8]) async throws -> HTTPReply {
            notes.withLock { $0.append("\(request.method) \(request.path ?? "")") }
            return try server.send(request, body: body)
        }
    }

    /// Never answers.
    private struct Silent: HTTPTransport {
        func send(_ request: HTTPRequest, body: [UInt8]) async throws -> HTTPReply {
            try await Task.sleep(for: .seconds(3_600))
            throw CancellationError()
        }
    }

    private func suite(_ transport: any HTTPTransport, _ bounds: RunBounds) -> ConformanceSuite {
        ConformanceSuite(.calendar, server: ServerUnderTest(transport: transport, fixtures: .calendar), bounds: bounds)
    }

    @Test("leave room to delete what a check has made with the last request")
    func deletion() async throws {
        let recorder = Recorder()
        let suite = suite(recorder, RunBounds(requests: 1))
        let result = await suite.run(try #require(suite.check(named: "addEvent/response-shape")))
        #expect(result.outcome == .passed)
        #expect(recorder.requests == ["POST /v1/communities/oslo/events", "DELETE /v1/communities/oslo/events/e0"])
        #expect(suite.requests == 2)
    }

    @Test("end deletions too, that are too many or take too long")
    func deletions() async throws {
        let budget = RunBudget(RunBounds(requests: 0))
        for _ in 0..<200 { try await budget.deletion {} }
        await #expect(throws: MissingFixture.self) { try await budget.deletion {} }
        #expect(budget.requests == 200)
        let slow = RunBudget(RunBounds(seconds: 0), grace: .zero)
        await #expect(throws: TimeOver.self) { try await slow.deletion { try await Task.sleep(for: .seconds(3_600)) } }
    }

    @Test("count what is sent, and nothing else", arguments: [0, 1, 3])
    func requests(count: Int) async throws {
        let recorder = Recorder()
        let suite = suite(recorder, RunBounds(requests: count))
        let results = try await suite.run(only: [.paging])
        #expect(recorder.requests.count == count && suite.requests == count)
        #expect(suite.stop == "\(count) \(count == 1 ? "request" : "requests")")
        #expect(results.contains { $0.actual == "the run has used up its \(count) request\(count == 1 ? "" : "s")" })
        #expect(count > 0 || results.allSatisfy { $0.outcome == .unchecked })
    }

    @Test("are not named where nothing was left out")
    func enough() async throws {
        let suite = suite(Recorder(), RunBounds())
        _ = try await suite.run(only: [.paging])
        #expect(suite.stop == nil)
    }

    @Test("end a request under way when the time is over")
    func time() async throws {
        let suite = suite(Silent(), RunBounds(seconds: 1))
        let result = await suite.run(try #require(suite.check(named: "status/response-shape")))
        #expect(result.outcome == .unchecked)
        #expect(result.actual == "the run has used up its 1 second")
        #expect(suite.stop == "1 second")
    }

    @Test("end what steers the server, some time after that")
    func steering() async throws {
        let control = ServerControl(
            reset: { try await Task.sleep(for: .seconds(3_600)) },
            advanceClock: { _ in try await Task.sleep(for: .seconds(3_600)) }
        )
        let server = ServerUnderTest(transport: Silent(), fixtures: .calendar, control: control)
        let bounded = try #require(server.steered(within: RunBudget(RunBounds(seconds: 0), grace: .zero)).control)
        await #expect(throws: TimeOver.self) { try await bounded.reset() }
        await #expect(throws: TimeOver.self) { try await bounded.advanceClock(1) }
        // A server that answers at once is put back also at the end.
        let budget = RunBudget(RunBounds(requests: 0, seconds: 0))
        try await budget.steering {}
        // Its clock may be another one then, though nothing was sent.
        #expect(budget.touches == 1 && budget.requests == 0)
    }
}
