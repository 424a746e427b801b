import CharterRuntime
import Foundation
import HTTPTypes
import Synchronization
import Testing

@testable import CharterConformance

@Suite("a server that the environment names")
struct LiveServerTests {
    private let api = Shelf.numbered.api

    /// Answers every request alike, and notes where it went.
    private final class Recorder: HTTPTransport {
        let status: HTTPResponse.Status
        let targets = Mutex<[String]>([])

        init(_ status: HTTPResponse.Status = .noContent) {
            self.status = status
        }

        func send(_ request: HTTPRequest, body: [UInt8]) async throws -> HTTPReply {
            let target = "\(request.method) \(request.scheme ?? "")://\(request.authority ?? "")\(request.path ?? "")"
            targets.withLock { $0.append(target) }
            return HTTPReply(head: HTTPResponse(status: status), body: [])
        }
    }

    /// How many are inside at once.
    private final class Visits: Sendable {
        private let counts = Mutex((inside: 0, most: 0))

        var most: Int { counts.withLock { $0.most } }

        func begin() {
            counts.withLock { counts in
                counts.inside += 1
                counts.most = max(counts.most, counts.inside)
            }
        }

        func end() {
            counts.withLock { $0.inside -= 1 }
        }
    }

    /// Reads variables, with a file of fixtures where there is a text for it.
    private func server(_ variables: [String: String], file text: String? = nil, _ transport: Recorder = Recorder()) throws -> LiveServer? {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        var variables = variables
        if let text {
            try Data(text.utf8).write(to: file)
            variables["SHELF_FIXTURES"] = file.path
        }
        return try LiveServer(of: api, in: variables, transport: transport)
    }

    private func fixtures(control: String = "") -> String {
        #"{"fixtures":1,"baseURL":"http://a/v1","tenants":["oslo"],"credentials":[],"parameters":{}\#(control)}"#
    }

    @Test("is none where no variable names one", arguments: [[:], ["SHELF_FIXTURES": ""], ["OTHER_FIXTURES": "f"]])
    func none(variables: [String: String]) throws {
        #expect(try server(variables) == nil)
    }

    @Test("needs fixtures, that can be read")
    func faults() {
        func fault(_ variables: [String: String], file: String? = nil) -> String? {
            #expect(throws: LiveServerFault.self) { try server(variables, file: file) }?.description
        }
        #expect(
            fault(["SHELF_BASE_URL": "http://b"]) == "SHELF_FIXTURES is not set: name the file that says what exists on the server"
        )
        #expect(
            fault(["SHELF_FIXTURES": "/nowhere/f.json"])
                == "the fixtures /nowhere/f.json cannot be read: a server writes them once it listens"
        )
        #expect(fault([:], file: "{}")?.contains("are not what checkers read: fixtures is required") == true)
    }

    @Test("is at the address of its fixtures, unless a variable says another")
    func address() async throws {
        let said = try await #require(try server([:], file: fixtures())).alone { $0.fixtures.baseURL }
        let other = try await #require(try server(["SHELF_BASE_URL": "http://b/v1"], file: fixtures())).alone { $0.fixtures.baseURL }
        #expect((said, other) == ("http://a/v1", "http://b/v1"))
    }

    @Test("is reset before each check, and has one at a time")
    func alone() async throws {
        let recorder = Recorder()
        let control = #","control":{"reset":"http://c:81/control/reset","advanceClock":"http://c:81/control/clock"}"#
        let live = try #require(try server([:], file: fixtures(control: control), recorder))
        let visits = Visits()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    try await live.alone { _ in
                        visits.begin()
                        await Task.yield()
                        visits.end()
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(visits.most == 1)
        #expect(recorder.targets.withLock { $0 } == Array(repeating: "POST http://c:81/control/reset", count: 20))
    }

    @Test("holds no check where it could not be reset, and goes on to the next")
    func notReset() async throws {
        let control = #","control":{"reset":"http://c/reset","advanceClock":"http://c/clock"}"#
        let live = try #require(try server([:], file: fixtures(control: control), Recorder(.internalServerError)))
        for _ in 0..<2 {
            let fault = await #expect(throws: LiveServerFault.self) { try await live.alone { _ in } }
            #expect(fault?.description == "POST http://c/reset did not reset the server: it answered 500")
        }
    }
}
