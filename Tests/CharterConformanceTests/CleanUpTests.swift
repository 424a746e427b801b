import CharterRuntime
import HTTPTypes
import Synchronization
import Testing

@testable import CharterConformance

@Suite("what checks have made")
struct CleanUpTests {
    /// Answers like the server of a calendar, and notes what is changed, in the order in which it is asked.
    private final class Recorder: HTTPTransport {
        private let server: CalendarServer
        private let notes = Mutex<[String]>([])

        init(fault: Fault? = nil) {
            server = CalendarServer(fault: fault)
        }

        var changes: [String] { notes.withLock { $0 } }

        func send(_ request: HTTPRequest, body: [UInt8]) async throws -> HTTPReply {
            if request.method != .get { notes.withLock { $0.append("\(request.method) \(request.path ?? "")") } }
            return try server.send(request, body: body)
        }
    }

    /// What a check changes on a server.
    private func changes(_ name: String, fault: Fault? = nil, control: ServerControl? = nil) async throws -> [String] {
        let recorder = Recorder(fault: fault)
        let suite = ConformanceSuite(.calendar, server: ServerUnderTest(transport: recorder, fixtures: .calendar, control: control))
        _ = await suite.run(try #require(suite.check(named: name)))
        return recorder.changes
    }

    private let added = "POST /v1/communities/oslo/events"
    private let dropped = "DELETE /v1/communities/oslo/events/e0"

    @Test("is deleted again where the server cannot be put back, by the id that the reply has, also when the check fails")
    func deleted() async throws {
        #expect(try await changes("addEvent/response-shape") == [added, dropped])
        #expect(try await changes("addEvent/response-shape", fault: .titleMissing) == [added, dropped])
    }

    @Test("is deleted again where it was put, if it was not there before")
    func put() async throws {
        let recorder = PutRecorder()
        let suite = ConformanceSuite(Desk.api, server: ServerUnderTest(transport: recorder, fixtures: Desk.fixtures))
        let result = await suite.run(try #require(suite.check(named: "putNote/made-by-writing")))
        #expect(result.outcome == .passed, "\(result.actual)")
        let made = "/v1/notes/00000000-0000-4000-8000-00000000dead"
        #expect(recorder.changes == ["DELETE /v1/notes/n1", "PUT \(made)", "PUT \(made)", "DELETE \(made)"])
    }

    /// Answers like the server of a desk that keeps its first note, and notes what is changed.
    private final class PutRecorder: HTTPTransport {
        private let server = DeskServer(nil)
        private let notes = Mutex<[String]>([])

        var changes: [String] { notes.withLock { $0 } }

        func send(_ request: HTTPRequest, body: [UInt8]) async throws -> HTTPReply {
            if request.method != .get { notes.withLock { $0.append("\(request.method) \(request.path ?? "")") } }
            let isKept = request.method == .delete && request.path?.hasSuffix("n1") == true
            if isKept { return HTTPReply(head: HTTPResponse(status: .conflict), body: []) }
            return try server.send(request, body: body)
        }
    }

    @Test("stays where the server is put back")
    func reset() async throws {
        let control = ServerControl(reset: {}, advanceClock: { _ in })
        #expect(try await changes("addEvent/response-shape", control: control) == [added])
    }

    @Test("is nothing where the call was refused")
    func refused() async throws {
        #expect(try await changes("addEvent/missing-credential") == [added])
    }
}
