import CharterRuntime
import Testing

@testable import CharterServer

/// Handlers that do not come to an end; time passes when the test says so.
@Suite("A transaction that takes too long", .timeLimit(.minutes(2)))
struct SlowTransactionTests {
    private static let time = Duration.seconds(5)

    /// A server of notes on which the time of the first transaction that waits is over once `isOver` has an element, and so on.
    private func server(_ isOver: AsyncStream<Void>) throws -> NotesServer {
        try NotesServer(.freeNotes(), transactionTime: Self.time) { time in
            #expect(time == Self.time)
            for await _ in isOver { return }
            try await Task.sleep(for: .seconds(3_600))
        }
    }

    @Test("is cancelled and undone, and its call can be made again")
    func cancelled() async throws {
        let (isOver, over) = AsyncStream.makeStream(of: Void.self)
        let server = try server(isOver)
        await server.desk.before { _ in
            over.yield()
            try await Task.sleep(for: .seconds(3_600))
        }
        #expect(try await server.write().outcome == "500 internal-error")
        #expect(await server.desk.notes.isEmpty)
        await server.desk.before(nil)
        #expect(try await server.write().outcome == "201")
        #expect(await server.desk.notes.count == 1)
    }

    @Test("is not what another one that waits for it takes: that is told so, and the first one is done where its handler ends after all")
    func deaf() async throws {
        let (isOver, over) = AsyncStream.makeStream(of: Void.self)
        let server = try server(isOver)
        let gate = Gate()
        await server.desk.before { _ in await gate.pass() }
        async let first = server.write()
        await gate.arrival()
        async let second = server.write(once: "k2")
        async let third = server.write(once: nil)
        over.yield()
        over.yield()
        over.yield()
        #expect(try await second.outcome == "500 internal-error")
        #expect(try await third.outcome == "500 internal-error")
        gate.open()
        #expect(try await first.outcome == "201")
        #expect(await server.desk.notes.count == 1)
        await server.desk.before(nil)
        #expect(try await server.write(once: "k2").outcome == "201")
    }

    @Test("says whether it had begun, and how long that took")
    func words() {
        #expect("\(SlowTransaction(time: .seconds(30), hadBegun: true))".contains("open for 30.0 seconds"))
        #expect("\(SlowTransaction(time: .seconds(30), hadBegun: false))".contains("waited 30.0 seconds"))
    }
}
