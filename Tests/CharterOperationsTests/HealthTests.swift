import CharterRuntime
import Logging
import Synchronization
import Testing

@testable import CharterServer

/// `/healthz`.
@Suite("Health")
struct HealthTests {
    private struct Gone: Error, CustomStringConvertible {
        let description = "the database at db.internal is gone"
    }

    private let log = RecordingLog()
    private var logger: Logger { Logger(label: "health") { [log] _ in log } }

    /// A time that passes when the test says so; whoever sleeps does so until it is cancelled, or the alarm is to go off at once.
    private func time(_ seconds: Seconds, alarms: Bool = false) -> Readiness.Time {
        let zero = ContinuousClock.now
        return Readiness.Time(
            now: { zero + .seconds(seconds.passed) },
            sleep: { _ in if !alarms { try await Task.sleep(for: .seconds(3_600)) } }
        )
    }

    private final class Seconds: Sendable {
        private let count = Mutex(0)
        var passed: Int { count.withLock { $0 } }
        func pass(_ more: Int) { count.withLock { $0 += more } }
    }

    @Test("is told as one word, outside of the API's conventions")
    func well() async throws {
        let server = try WatchedServer(health: Health())
        for path in ["/healthz", "/healthz/live"] {
            let reply = try await server.send("GET", path)
            #expect(reply.status == 200)
            #expect(reply.text == #"{"status":"ok"}"#)
            #expect(reply["X-Request-Id"] == nil)
            #expect(reply["Cache-Control"] == "no-store")
            #expect(try await server.send("HEAD", path).body.isEmpty)
        }
        #expect(server.log.requests.isEmpty)
    }

    @Test("can be asked at another path")
    func otherPath() async throws {
        let server = try WatchedServer(health: Health(path: "/ops/health"))
        #expect(try await server.send("GET", "/ops/health").status == 200)
        #expect(try await server.send("GET", "/ops/health/live").status == 200)
        #expect(try await server.send("GET", "/healthz").status == 404)
    }

    @Test("says no more than that the server is not ready; the log says why, and the server is alive nevertheless")
    func unwell() async throws {
        let server = try WatchedServer(health: Health(logger: logger) { throw Gone() })
        let reply = try await server.send("GET", "/healthz")
        #expect(reply.status == 503)
        #expect(reply.text == #"{"status":"unavailable"}"#)
        #expect(log.entries.map(\.text).first?.contains("db.internal") == true)
        #expect(try await server.send("GET", "/healthz/live").status == 200)
    }

    @Test("is not that of a server which is to be left alone")
    func draining() async throws {
        let health = Health()
        let server = try WatchedServer(health: health)
        #expect(try await server.send("GET", "/healthz").status == 200)
        health.drain()
        #expect(try await server.send("GET", "/healthz").status == 503)
        #expect(try await server.send("GET", "/healthz/live").status == 200)
    }

    @Test("is looked into at most once a second, and logged when it changes")
    func rate() async {
        let seconds = Seconds()
        let checks = Mutex(0)
        let readiness = Readiness(
            check: {
                let number = checks.withLock { count in
                    count += 1
                    return count
                }
                if number == 2 || number == 3 { throw Gone() }
            },
            timeout: .seconds(2),
            logger: logger,
            time: time(seconds)
        )
        var outcomes: [Bool] = []
        for _ in 1...4 {
            for _ in 1...10 { outcomes.append(await readiness.isReady) }
            seconds.pass(1)
        }
        #expect(checks.withLock { $0 } == 4)
        #expect(outcomes == [true, false, false, true].flatMap { Array(repeating: $0, count: 10) })
        #expect(log.entries.map(\.level) == [.error, .info])
    }

    @Test("is not waited for longer than its time, and a check that hangs is not begun again")
    func hanging() async {
        let seconds = Seconds()
        let checks = Mutex(0)
        let (isOver, over) = AsyncStream.makeStream(of: Void.self)
        let readiness = Readiness(
            check: {
                checks.withLock { $0 += 1 }
                // Takes no notice of being cancelled.
                await Task.detached { for await _ in isOver { return } }.value
            },
            timeout: .seconds(2),
            logger: logger,
            time: time(seconds, alarms: true)
        )
        for _ in 1...3 {
            #expect(await !readiness.isReady)
            seconds.pass(1)
        }
        #expect(checks.withLock { $0 } == 1)
        over.yield()
    }

    @Test("is looked into once for all who ask at the same time")
    func together() async {
        let checks = Mutex(0)
        let (isOver, over) = AsyncStream.makeStream(of: Void.self)
        let readiness = Readiness(
            check: {
                checks.withLock { $0 += 1 }
                for await _ in isOver { return }
            },
            timeout: .seconds(2),
            logger: logger,
            time: time(Seconds())
        )
        await withTaskGroup(of: Bool.self) { group in
            for _ in 1...50 { group.addTask { await readiness.isReady } }
            over.yield()
            for await isReady in group { #expect(isReady) }
        }
        #expect(checks.withLock { $0 } == 1)
    }
}
