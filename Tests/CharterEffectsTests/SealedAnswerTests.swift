import CharterRuntime
import CharterServer
import Testing

/// What a store can read of the answers that it keeps.
@Suite("A remembered answer")
struct SealedAnswerTests {
    private static let secret = ServerSecret(bytes: Array(0..<32))

    @Test("shows neither what was answered nor the key of its call")
    func sealed() async throws {
        let server = try NotesServer(.freeNotes(), secret: Self.secret)
        let reply = try await server.write(#"{"text":"sk_live_topsecret"}"#, once: "key-of-the-call")
        #expect(reply.text.contains("topsecret"))
        let record = try #require(server.effects.records.first)
        for bytes in [record.answer, record.payload, record.call.bytes] {
            for word in ["topsecret", "key-of-the-call", "Location", "201"] {
                #expect(!String(decoding: bytes, as: Unicode.ASCII.self).contains(word))
            }
        }
        #expect(record.payload.count == 32 && record.answer.count > reply.body.count)
    }

    @Test("does not tell by its hash which calls had the same payload")
    func payloads() async throws {
        let server = try NotesServer(.freeNotes(), secret: Self.secret)
        for key in ["k1", "k2"] { #expect(try await server.write(once: key).outcome == "201") }
        #expect(Set(server.effects.records.map(\.payload)).count == 2)
    }

    @Test("is sealed otherwise each time")
    func nonces() async throws {
        let server = try NotesServer(.freeNotes { $0.retention = 1 }, secret: Self.secret)
        for _ in 0..<2 {
            #expect(try await server.write().outcome == "201")
            server.clock.advance(by: .seconds(1))
        }
        let records = server.effects.records
        try #require(records.count == 2)
        #expect(records[0].call == records[1].call && records[0].payload == records[1].payload)
        #expect(records[0].answer.prefix(12) != records[1].answer.prefix(12))
    }

    @Test("survives the process that gave it")
    func restart() async throws {
        let server = try NotesServer(.freeNotes(), secret: Self.secret)
        let first = try await server.write()
        let again = try await NotesServer(.freeNotes(), after: server, secret: Self.secret).write()
        #expect(again.outcome == "201 again" && again.body == first.body)
    }

    @Test("cannot be opened with another secret: the call is answered 500, and not done again")
    func otherSecret() async throws {
        let server = try NotesServer(.freeNotes(), secret: Self.secret)
        _ = try await server.write()
        let other = try NotesServer(.freeNotes(), after: server, secret: ServerSecret(bytes: Array(1...32)))
        #expect(try await other.write().outcome == "500 internal-error")
        #expect(await other.desk.tries == 0)
    }

    @Test("cannot be put in the place of another one, nor changed")
    func tampering() async throws {
        let server = try NotesServer(.freeNotes(), secret: Self.secret)
        for key in ["k1", "k2"] { _ = try await server.write(once: key) }
        let records = server.effects.records
        var swapped = records[0]
        swapped.answer = records[1].answer
        var changed = records[0]
        changed.answer[20] ^= 1
        for record in [swapped, changed] {
            try await server.effects.withTransaction { try $0.remember(record) }
            #expect(try await server.write(once: "k1").outcome == "500 internal-error")
        }
        #expect(await server.desk.tries == 2)
    }
}
