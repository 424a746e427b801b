import CharterRuntime
import CharterServer
import Testing

/// Calls of one key that are made at once.
@Suite("Calls of one key at once")
struct SimultaneousCallTests {
    @Test("are done once, however many there are")
    func many() async throws {
        let server = try NotesServer(.freeNotes())
        let outcomes = try await withThrowingTaskGroup(of: NotesReply.self) { group in
            for _ in 0..<200 { group.addTask { try await server.write() } }
            return try await group.reduce(into: [String: Int]()) { $0["\($1.outcome) \($1.text)", default: 0] += 1 }
        }
        #expect(outcomes == [#"201 {"id":"n1","text":"milk"}"#: 1, #"201 again {"id":"n1","text":"milk"}"#: 199])
        #expect(await server.desk.notes.count == 1)
    }

    @Test("wait for the first one so long as the server is set to, then are told that it is not answered yet")
    func inFlight() async throws {
        let server = try NotesServer(.freeNotes(), callWait: .zero)
        let gate = Gate()
        await server.desk.before { _ in await gate.pass() }
        async let first = server.write()
        await gate.arrival()
        #expect(try await server.write().outcome == "409 idempotency-in-flight")
        gate.open()
        #expect(try await first.outcome == "201")
        #expect(try await server.write().outcome == "201 again")
    }

    @Test("wait no longer than that, by the clock of the server", .timeLimit(.minutes(2)))
    func patience() async throws {
        let (isOver, over) = AsyncStream.makeStream(of: Void.self)
        let server = try NotesServer(.freeNotes(), callWait: .seconds(86_400)) { time in
            #expect(time == .seconds(86_400))
            for await _ in isOver { return }
            try await Task.sleep(for: .seconds(3_600))
        }
        let gate = Gate()
        await server.desk.before { _ in await gate.pass() }
        async let first = server.write()
        await gate.arrival()
        async let second = server.write()
        over.yield()
        #expect(try await second.outcome == "409 idempotency-in-flight")
        gate.open()
        #expect(try await first.outcome == "201")
        #expect(await server.desk.tries == 1)
    }

    @Test("are answered by the second one where the first one fails")
    func failing() async throws {
        let server = try NotesServer(.freeNotes())
        let gate = Gate()
        await server.desk.before { _ in
            await gate.pass()
            throw FailedCallTests.Unlucky()
        }
        async let first = server.write()
        await gate.arrival()
        async let second = server.write()
        await server.desk.before(nil)
        gate.open()
        #expect(try await first.outcome == "500 internal-error")
        #expect(try await second.outcome == "201")
        #expect(await server.desk.notes.count == 1)
    }

    @Test("in two processes are done once too")
    func processes() async throws {
        let secret = ServerSecret(bytes: Array(0..<32))
        let one = try NotesServer(.freeNotes(), secret: secret)
        let other = try NotesServer(.freeNotes(), after: one, secret: secret)
        let outcomes = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<40 { group.addTask { try await (number % 2 == 0 ? one : other).write().outcome } }
            return try await group.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        }
        #expect(outcomes == ["201": 1, "201 again": 39])
        #expect(await one.desk.notes.count + other.desk.notes.count == 1)
    }
}
