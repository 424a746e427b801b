import CharterRuntime
import Foundation
import HTTPTypes
import Synchronization
import Testing

@testable import CharterConformance

@Suite("a server that the environment names")
struct LiveServerTests {
    /// A check that leaves nothing behind, and one that does.
    private let reading = "addEvent/missing-credential"
    private let writing = "addEvent/response-shape"

    /// Answers requests of control alike and others like the server of a calendar, and notes what was asked and how many asked at once.
    private final class Recorder: HTTPTransport {
        private let control: HTTPResponse.Status
        private let server = CalendarServer()
        private let notes = Mutex((targets: [String](), inside: 0, most: 0))

        init(control: HTTPResponse.Status = .noContent) {
            self.control = control
        }

        var targets: [String] { notes.withLock { $0.targets } }
        var most: Int { notes.withLock { $0.most } }

        func send(_ request: HTTPRequest, body: [UInt8]) async throws -> HTTPReply {
            notes.withLock { notes in
                notes.targets.append("\(request.method) \(request.scheme ?? "")://\(request.authority ?? "")\(request.path ?? "")")
                notes.inside += 1
                notes.most = max(notes.most, notes.inside)
            }
            defer { notes.withLock { $0.inside -= 1 } }
            await Task.yield()
            if request.path?.contains("control") == true { return HTTPReply(head: HTTPResponse(status: control), body: []) }
            return try server.send(request, body: body)
        }
    }

    /// Tests of a server that variables name, with a file of fixtures where there is a text for it.
    private func tests(_ variables: [String: String], file text: String? = nil, _ transport: Recorder = Recorder()) throws
        -> ConformanceTests
    {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        var variables = ["CALENDAR_ALLOW_REMOTE": "1"].merging(variables) { _, given in given }
        if let text {
            try Data(text.utf8).write(to: file)
            variables["CALENDAR_FIXTURES"] = file.path
        }
        return ConformanceTests(.calendar, environment: "CALENDAR", in: variables, over: transport) { throw NotStarted() }
    }

    private struct NotStarted: Error {}

    private func fixtures(control: Bool = false) throws -> String {
        var fixtures = Fixtures.calendar
        if control { fixtures.control = Fixtures.Control(reset: "http://c:81/control/reset", advanceClock: "http://c:81/control/clock") }
        return String(decoding: try JSONCoding.encode(fixtures), as: UTF8.self)
    }

    @Test("is none where no variable names one", arguments: [[:], ["CALENDAR_FIXTURES": ""], ["OTHER_FIXTURES": "f"]])
    func none(variables: [String: String]) async throws {
        await #expect(throws: NotStarted.self) { try await tests(variables).run(reading) }
    }

    @Test("needs fixtures, that can be read")
    func faults() async throws {
        func fault(_ variables: [String: String], file: String? = nil) async -> String? {
            await #expect(throws: UnusableEnvironment.self) { try await tests(variables, file: file).run(reading) }?.description
        }
        #expect(
            await fault(["CALENDAR_BASE_URL": "http://b"])
                == "CALENDAR_FIXTURES is not set: name the file that says what exists on the server"
        )
        #expect(
            await fault(["CALENDAR_FIXTURES": "/nowhere/f.json"])
                == "the fixtures /nowhere/f.json cannot be read: a server writes them once it listens"
        )
        #expect(await fault([:], file: "{}")?.contains("are not what checkers read: fixtures is required") == true)
    }

    @Test("is on this machine, unless a variable says that another one is there to be tested")
    func places() async throws {
        let file = try fixtures()
        func fault(_ address: String) async -> String? {
            let variables = ["CALENDAR_ALLOW_REMOTE": "", "CALENDAR_BASE_URL": address]
            return await #expect(throws: UnusableEnvironment.self) { try await tests(variables, file: file).run(reading) }?.description
        }
        let help = "set CALENDAR_ALLOW_REMOTE=1 if it is there to be tested"
        #expect(await fault("https://api.example/v1") == "api.example is another machine, and checks write data: \(help)")
        #expect(await fault("127.0.0.1:8080")?.contains("127.0.0.1:8080") == true)
        let recorder = Recorder()
        _ = try await tests(["CALENDAR_ALLOW_REMOTE": "", "CALENDAR_BASE_URL": "http://127.0.0.1:1/v1"], file: file, recorder).run(reading)
        #expect(!recorder.targets.isEmpty)
    }

    @Test("is at the address of its fixtures, unless a variable says another")
    func address() async throws {
        let (said, other) = (Recorder(), Recorder())
        _ = try await tests([:], file: fixtures(), said).run(reading)
        _ = try await tests(["CALENDAR_BASE_URL": "http://b/v1"], file: fixtures(), other).run(reading)
        #expect(said.targets.allSatisfy { $0.hasPrefix("POST \(Fixtures.calendar.baseURL)/") } && !said.targets.isEmpty)
        #expect(other.targets.allSatisfy { $0.hasPrefix("POST http://b/v1/") } && !other.targets.isEmpty)
    }

    @Test("is put back before the first check and after each that leaves something behind, and has one at a time")
    func turns() async throws {
        let recorder = Recorder()
        let tests = try tests([:], file: fixtures(control: true), recorder)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<10 {
                for name in [reading, writing] { group.addTask { _ = try await tests.run(name) } }
            }
            try await group.waitForAll()
        }
        #expect(recorder.most == 1)
        let isReset = recorder.targets.map { $0 == "POST http://c:81/control/reset" }
        #expect(isReset.first == true)
        // The last check may have left something, after which nobody came.
        #expect([10, 11].contains(isReset.count { $0 }))
    }

    @Test("holds no check where it could not be put back, and goes on to the next")
    func notReset() async throws {
        let tests = try tests([:], file: fixtures(control: true), Recorder(control: .internalServerError))
        for _ in 0..<2 {
            let fault = await #expect(throws: ControlFailure.self) { try await tests.run(reading) }
            #expect(fault?.description == "POST http://c:81/control/reset did not steer the server: it answered 500")
        }
    }
}
