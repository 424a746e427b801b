import CharterRuntime
import CharterServer
import Testing

/// Calls whose handler fails, and that are made again.
@Suite("A call that failed")
struct FailedCallTests {
    typealias Outcomes = APIDescription.Idempotency.Outcomes

    struct Unlucky: Error {}

    /// What a handler throws, what the API remembers, and the answers to the call and to its repetition, for which the handler is in luck.
    struct Trial: Sendable {
        let error: any Error
        let remembers: Outcomes
        let first: String
        let again: String
    }

    private static let taken = Refusal(status: 409, code: "taken", title: "It is taken.")
    private static let busy = Refusal(status: 503, code: "busy", title: "Later.")

    @Test(
        "is remembered where the contract says so, and made anew where not",
        arguments: [
            Trial(error: taken, remembers: .successes, first: "409 taken", again: "201"),
            Trial(error: taken, remembers: .allButServerErrors, first: "409 taken", again: "409 taken again"),
            Trial(error: taken, remembers: .all, first: "409 taken", again: "409 taken again"),
            Trial(error: busy, remembers: .allButServerErrors, first: "503 busy", again: "201"),
            Trial(error: busy, remembers: .all, first: "503 busy", again: "503 busy again"),
            Trial(error: Unlucky(), remembers: .successes, first: "500 internal-error", again: "201"),
            Trial(error: Unlucky(), remembers: .allButServerErrors, first: "500 internal-error", again: "201"),
            Trial(error: Unlucky(), remembers: .all, first: "500 internal-error", again: "500 internal-error again"),
            // What nobody has written yet is no outcome.
            Trial(error: Refusal.notImplemented, remembers: .all, first: "501 not-implemented", again: "201"),
            Trial(error: CancellationError(), remembers: .all, first: "500 internal-error", again: "201"),
        ]
    )
    func remembering(trial: Trial) async throws {
        let server = try NotesServer(.freeNotes { $0.remembers = trial.remembers })
        await server.desk.before { _ in throw trial.error }
        let first = try await server.write()
        #expect(first.outcome == trial.first)
        // Whatever is remembered, the handler's own work is undone.
        #expect(await server.desk.notes.isEmpty)
        await server.desk.before(nil)
        let again = try await server.write()
        #expect(again.outcome == trial.again)
        if again.isReplay { #expect(again.body == first.body) }
        #expect(await server.desk.notes.count == (again.status == 201 ? 1 : 0))
    }

    @Test("at a limit is not remembered, whoever counted", arguments: [Outcomes.allButServerErrors, .all])
    func limits(remembers: Outcomes) async throws {
        let api = APIDescription.notes { $0.endpoints[0].idempotency?.remembers = remembers }
        let server = try NotesServer(api)
        for key in ["a", "b", "c"] { #expect(try await server.write(once: key).outcome == "201") }
        #expect(try await server.write(once: "d").outcome == "429 quota-exceeded")
        server.clock.advance(by: .seconds(3_600))
        #expect(try await server.write(once: "d").outcome == "201")
        let counting = LimitCounting(api, clock: server.clock)
        await server.desk.before { _ in
            let store = InMemoryLimitStore(clock: server.clock)
            for _ in 0...3 { try await counting.count("notes", tenant: "z", in: store) }
        }
        #expect(try await server.write(once: "e").outcome == "429 quota-exceeded")
        await server.desk.before(nil)
        #expect(try await server.write(once: "e").outcome == "201")
    }

    @Test("at a check before its handler is not remembered")
    func checks() async throws {
        let server = try NotesServer(.freeNotes { $0.remembers = .all })
        #expect(try await server.write(#"{"text":""}"#).status == 400)
        #expect(try await server.write(#"{"text":"#).status == 400)
        #expect(try await server.write(as: "nobody").status == 401)
        #expect(try await server.write().outcome == "201")
        #expect(server.effects.records.count == 1)
    }
}
