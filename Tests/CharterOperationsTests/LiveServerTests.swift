import CharterRuntime
import CharterServer
import Foundation
import Logging
import RunningPrograms
import ServiceLifecycle
import Testing
import UnixSignals

/// Servers on sockets: what senders that are slow on purpose get, and how servers end.
@Suite("Servers on sockets", .timeLimit(.minutes(2)))
struct LiveServerTests {
    private static let ping = "GET /v1/ping HTTP/1.1\r\nHost: watched.example\r\n\r\n"

    private static func post(_ body: String) -> String {
        "POST /v1/shops/acme/things HTTP/1.1\r\nHost: watched.example\r\nX-API-Key: \(WatchedServer.secretKey)\r\n"
            + "Content-Type: application/json\r\n\(body)"
    }

    /// A service that does one thing, and ends.
    private struct BriefService: Service {
        let work: @Sendable () async throws -> Void

        func run() async throws { try await work() }
    }

    @Test("answer a slow header 408, and close the connection")
    func slowHeader() async throws {
        try await LiveServer.run(limits: ConnectionLimits(headerTime: .milliseconds(50))) { server in
            let reply = try await server.exchange("GET /v1/pi")
            #expect(reply.hasPrefix("HTTP/1.1 408 Request Timeout\r\n"))
        }
    }

    @Test("answer a slow body 408 in the API's form, close the connection, and run no handler")
    func slowBody() async throws {
        let log = RecordingLog()
        let answer: @Sendable (AuthorizedRequest) async throws -> JSONValue = { _ in
            Issue.record("the handler was called")
            return .null
        }
        try await LiveServer.run(limits: ConnectionLimits(bodyTime: .milliseconds(50)), log: log, answer: answer) { server in
            let reply = try await server.exchange(Self.post("Content-Length: 100\r\n\r\n{"))
            #expect(reply.hasPrefix("HTTP/1.1 408 Request Timeout\r\n"))
            #expect(reply.contains(#""code":"request-timeout""#))
        }
        #expect(log.requests.map { $0.attributes["charter.refusal"] } == ["request-timeout"])
        #expect(!log.entries.contains { $0.level == .error })
    }

    @Test("answer a body that breaks off or is no HTTP 400, and call it no failure of theirs")
    func brokenBody() async throws {
        let log = RecordingLog()
        try await LiveServer.run(log: log) { server in
            let reply = try await server.exchange(Self.post("Transfer-Encoding: chunked\r\n\r\nnonsense\r\n"))
            #expect(reply.hasPrefix("HTTP/1.1 400 Bad Request\r\n"))
            #expect(reply.contains(#""code":"malformed-body""#))
        }
        #expect(!log.entries.contains { $0.level == .error })
    }

    @Test("answer a header that is too large 431")
    func largeHeader() async throws {
        try await LiveServer.run { server in
            let reply = try await server.exchange("GET /v1/ping HTTP/1.1\r\nCookie: \(String(repeating: "a", count: 40_000))\r\n\r\n")
            #expect(reply.hasPrefix("HTTP/1.1 431 "))
        }
    }

    @Test("close connections on which nothing is asked, at the beginning and after a reply")
    func idle() async throws {
        try await LiveServer.run(limits: ConnectionLimits(idleTime: .milliseconds(100))) { server in
            let untouched = try await server.connect { try await $0.rest() }
            #expect(untouched == "")
        }
        // Long enough for a client that is slow to begin, as on a machine with much else to do.
        try await LiveServer.run(limits: ConnectionLimits(idleTime: .seconds(3))) { server in
            let reply = try await server.exchange(Self.ping)
            #expect(reply.hasSuffix("null"))
        }
    }

    @Test("that are told to stop answer what runs, close what is idle, take nothing new, and end", arguments: [false, true])
    func shutdown(bySignal: Bool) async throws {
        let (isRunning, running) = AsyncStream.makeStream(of: Void.self)
        let (isAsked, ask) = AsyncStream.makeStream(of: Void.self)
        let log = RecordingLog()
        let answer: @Sendable (AuthorizedRequest) async throws -> JSONValue = { _ in
            running.yield()
            for await _ in isAsked { break }
            return .string("late, and yet")
        }
        try await LiveServer.run(signal: bySignal ? .sigusr2 : nil, log: log, answer: answer) { server in
            try await server.connect { idle in
                async let reply = server.exchange(Self.ping)
                for await _ in isRunning { break }
                if bySignal { kill(getpid(), SIGUSR2) } else { await server.stop() }
                // It ends when the server does so of its own accord.
                let rest = try await idle.rest()
                #expect(rest == "")
                await #expect(throws: (any Error).self) { try await server.exchange(Self.ping) }
                ask.yield()
                let text = try await reply
                #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n"))
                #expect(text.hasSuffix(#""late, and yet""#))
            }
        }
        #expect(log.requests.map { $0.attributes["http.response.status_code"] } == ["200"])
    }

    @Test("that are told to stop send a reply of megabytes to its end, however slowly it is read")
    func largeReply() async throws {
        let size = 16_000_000
        try await LiveServer.run(answer: { _ in .string(String(repeating: "x", count: size)) }) { server in
            try await server.connect { idle in
                let reply = try await server.connect(room: 16_384) { reader in
                    try await reader.send(Self.ping)
                    let head = try await reader.read(to: "\r\n\r\n")
                    await server.stop()
                    // The end has come to connections.
                    let nothing = try await idle.rest()
                    #expect(nothing == "")
                    #expect(await !RawConnection.isAccepted(port: server.port))
                    return try await head + reader.rest()
                }
                #expect(reply.utf8.count > size)
                #expect(reply.hasSuffix("x\""))
            }
        }
    }

    @Test("send a large reply whole to a client that has said that it will ask for nothing more")
    func halfClosed() async throws {
        let size = 16_000_000
        try await LiveServer.run(answer: { _ in .string(String(repeating: "x", count: size)) }) { server in
            let reply = try await server.connect(room: 16_384) { reader in
                try await reader.send(Self.ping)
                reader.finish()
                return try await reader.rest()
            }
            #expect(reply.utf8.count > size)
            #expect(reply.hasSuffix("x\""))
        }
    }

    @Test("answer a request once, be what comes behind it nonsense", arguments: [true, false])
    func malformedRest(isHandled: Bool) async throws {
        try await LiveServer.run { server in
            let chunked = "Transfer-Encoding: chunked\r\n\r\n"
            let request = isHandled ? Self.post(chunked) : "POST /v1/ping HTTP/1.1\r\nHost: a\r\n\(chunked)"
            let reply = try await server.connect { connection in
                try await connection.send(request)
                // The other one is answered without its body.
                let head = isHandled ? "" : try await connection.read(to: "\r\n\r\n")
                // Its connection may be closed by now, for nobody said how long its body is.
                try? await connection.send("nonsense\r\n")
                return try await head + connection.rest()
            }
            #expect(reply.components(separatedBy: "HTTP/1.1 ").count == 2)
            #expect(reply.hasPrefix(isHandled ? "HTTP/1.1 400 " : "HTTP/1.1 405 "))
        }
    }

    @Test("refuse a body that is far too long, and stop to listen: their reply arrives although its sender goes on")
    func endlessBody() async throws {
        let log = RecordingLog()
        try await LiveServer.run(log: log) { server in
            let reply = try await server.connect { connection in
                try await connection.send(Self.post("Content-Length: 2000000000\r\n\r\n"))
                let part = String(repeating: "x", count: 100_000)
                for _ in 1...5 { try await connection.send(part) }
                return try await connection.rest()
            }
            #expect(reply.hasPrefix("HTTP/1.1 413 "))
            #expect(reply.contains("\r\nConnection: close\r\n"))
            #expect(reply.contains(#""code":"body-too-large""#))
        }
        #expect(log.requests.map { $0.attributes["charter.refusal"] } == ["body-too-large"])
    }

    @Test("answer what runs when something beside them ends by itself, and say so", arguments: [false, true])
    func companion(fails: Bool) async throws {
        struct Broken: Error {}
        let (isRunning, running) = AsyncStream.makeStream(of: Void.self)
        let (isAsked, ask) = AsyncStream.makeStream(of: Void.self)
        let (isToEnd, end) = AsyncStream.makeStream(of: Void.self)
        let log = RecordingLog()
        let answer: @Sendable (AuthorizedRequest) async throws -> JSONValue = { _ in
            running.yield()
            for await _ in isAsked { break }
            return .string("late, and yet")
        }
        let first = BriefService {
            for await _ in isToEnd { break }
            if fails { throw Broken() }
        }
        func serve() async throws {
            // A signal that nobody sends: the server ends by itself.
            try await LiveServer.run(services: [first], signal: .sigalrm, log: log, answer: answer) { server in
                try await server.connect { idle in
                    async let reply = server.exchange(Self.ping)
                    for await _ in isRunning { break }
                    end.yield()
                    let rest = try await idle.rest()
                    #expect(rest == "")
                    #expect(await !RawConnection.isAccepted(port: server.port))
                    ask.yield()
                    let text = try await reply
                    #expect(text.hasSuffix(#""late, and yet""#))
                }
            }
        }
        if fails { await #expect(throws: Broken.self) { try await serve() } } else { try await serve() }
        #expect(log.requests.map { $0.attributes["http.response.status_code"] } == ["200"])
        #expect(log.entries.contains { $0.message == "A service ended; the server shuts down." && $0.level == (fails ? .error : .notice) })
    }

    @Test("cancel what is not answered in time once they are told to stop")
    func impatience() async throws {
        let (isRunning, running) = AsyncStream.makeStream(of: Void.self)
        let (isOver, over) = AsyncStream.makeStream(of: Bool.self)
        let answer: @Sendable (AuthorizedRequest) async throws -> JSONValue = { _ in
            running.yield()
            try? await Task.sleep(for: .seconds(3_600))
            over.yield(Task.isCancelled)
            return .null
        }
        try await LiveServer.run(shutdown: ShutdownRules(patience: .milliseconds(50)), answer: answer) { server in
            async let reply = try? server.exchange(Self.ping)
            for await _ in isRunning { break }
            await server.stop()
            for await isCancelled in isOver {
                #expect(isCancelled)
                break
            }
            _ = await reply
        }
    }

    @Test("that are told to stop twice cancel what runs, however patient they are")
    func toldTwice() async throws {
        let (isRunning, running) = AsyncStream.makeStream(of: Void.self)
        let answer: @Sendable (AuthorizedRequest) async throws -> JSONValue = { _ in
            running.yield()
            try await Task.sleep(for: .seconds(3_600))
            return .null
        }
        try await LiveServer.run(shutdown: ShutdownRules(patience: nil), signal: .sigusr1, answer: answer) { server in
            try await server.connect { idle in
                async let reply = try? server.exchange(Self.ping)
                for await _ in isRunning { break }
                kill(getpid(), SIGUSR1)
                // The first one has come.
                _ = try await idle.rest()
                kill(getpid(), SIGUSR1)
                #expect(await reply?.hasPrefix("HTTP/1.1 2") != true)
            }
        }
    }

    @Test("end what runs beside them behind the last reply, in turn")
    func companionsInTurn() async throws {
        let log = RecordingLog()
        let logger = Logger(label: "companions") { _ in log }
        let companions = ["first", "second"].map { name in
            BriefService {
                try await gracefulShutdown()
                logger.info("\(name)")
            }
        }
        try await LiveServer.run(services: companions, log: log) { server in
            try await server.connect { connection in
                try await connection.send(Self.ping)
                _ = try await connection.read(to: "null")
                await server.stop()
                _ = try await connection.rest()
            }
        }
        let order = log.entries.map(\.message).filter { ["A request was answered.", "first", "second"].contains($0) }
        #expect(order == ["A request was answered.", "second", "first"])
    }

    @Test("say that they are not ready before they stop, and answer on until then")
    func notice() async throws {
        let health = "GET /healthz HTTP/1.1\r\nHost: watched.example\r\nConnection: close\r\n\r\n"
        let ping = "GET /v1/ping HTTP/1.1\r\nHost: watched.example\r\nConnection: close\r\n\r\n"
        try await LiveServer.run(shutdown: ShutdownRules(notice: .seconds(3_600)), isCancelled: true) { server in
            let before = try await server.exchange(health)
            #expect(before.hasPrefix("HTTP/1.1 200 "))
            await server.stop()
            var reply = ""
            repeat { reply = try await server.exchange(health) } while reply.hasPrefix("HTTP/1.1 200 ")
            #expect(reply.hasPrefix("HTTP/1.1 503 "))
            let answered = try await server.exchange(ping)
            #expect(answered.hasPrefix("HTTP/1.1 200 "))
        }
    }
}
