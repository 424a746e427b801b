import CharterRuntime
import Foundation
import RunningPrograms
import Testing

@Suite("The end of the process", .timeLimit(.minutes(3)))
struct ShutdownTests {
    /// A server whose request runs: it waits for the second half of its body.
    private struct Running {
        let process: RunningProgram
        let port: Int
        let connection: RawConnection

        /// Waits until nothing new is taken.
        func waitUntilClosed() async throws {
            for _ in 0..<6_000 {
                guard await RawConnection.isAccepted(port: port) else { return }
                try await Task.sleep(for: .milliseconds(10))
            }
            Issue.record("the server still listens after a minute")
        }
    }

    /// Begins a server and a request.
    private func run(_ body: @escaping @Sendable (Running) async throws -> Void) async throws {
        try await withFolder { folder in
            let file = folder.appending(path: "fixtures.json")
            let arguments = ["serve", "--demo", "--fixtures", file.path]
            let process = try await CobuntuProcess.begin(arguments, environment: ["TMPDIR": folder.path])
            let url = try #require(URL(string: try await process.firstLine))
            let fixtures = try JSONCoding.decode(Fixtures.self, from: Array(Data(contentsOf: file)))
            let tenant = fixtures.tenants[0]
            let key = fixtures.credentials.first { $0.tenant == tenant && $0.scopes == ["ADMIN"] && $0.state == .valid }
            let member = try #require(fixtures.parameters[tenant]?["banMember"]?["userId"])
            let fields = try #require(key).headers.map { "\($0.key): \($0.value)\r\n" }.joined()
            let ban =
                "POST \(url.path())/communities/\(tenant)/members/\(member)/ban HTTP/1.1\r\nHost: a\r\n\(fields)"
                + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{"
            let port = try #require(url.port)
            try await RawConnection.open(port: port) { connection in
                // Once the first reply is there, what was sent with its request is there too.
                try await connection.send("HEAD /healthz HTTP/1.1\r\nHost: a\r\n\r\n" + ban)
                let health = try await connection.read(to: "\r\n\r\n")
                #expect(health.hasPrefix("HTTP/1.1 200 "))
                try await body(Running(process: process, port: port, connection: connection))
            }
            let ending = try await process.ending
            #expect(ending.status == 0, "\(ending.errors)")
            let rest = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(rest == ["fixtures.json"])
        }
    }

    @Test("comes with a signal: nothing new is taken, what runs is answered, then all is put away", arguments: [SIGTERM, SIGINT])
    func goodOrder(signal: Int32) async throws {
        try await run { server in
            server.process.send(signal)
            try await server.waitUntilClosed()
            try await server.connection.send("}")
            let reply = try await server.connection.rest()
            #expect(reply.hasPrefix("HTTP/1.1 200 "), "\(reply)")
            #expect(reply.contains("\r\nConnection: close\r\n"))
            #expect(reply.hasSuffix("}"))
        }
    }

    @Test("does not wait for what runs once a second signal comes", arguments: [SIGTERM, SIGINT])
    func impatience(signal: Int32) async throws {
        try await run { server in
            server.process.send(SIGTERM)
            try await server.waitUntilClosed()
            server.process.send(signal)
            let reply = try await server.connection.rest()
            #expect(!reply.hasPrefix("HTTP/1.1 2"), "\(reply)")
        }
    }
}
