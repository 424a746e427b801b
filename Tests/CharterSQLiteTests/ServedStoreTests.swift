import CharterRuntime
import CharterServer
import CharterSQLite
import Foundation
import GRDB
import HTTPTypes
import Testing

/// A server over a store: what is done once, counted and sealed, also after it is opened again.
@Suite("A server with a store of SQLite")
struct ServedStoreTests {
    private let folder: TemporaryFolder
    private let clock = AdjustableClock(at: Timestamp(secondsSinceEpoch: 1_777_593_600))

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Serves from the file as a process does that has just begun.
    private func reopened(
        secret: ServerSecret = ServerSecret(bytes: Array(0..<32)),
        fails: Bool = false,
        _ body: (StoredNotes, SQLiteStore) async throws -> Void
    ) async throws {
        let store = try folder.store()
        try await body(StoredNotes(store, clock: clock, secret: secret, fails: fails), store)
        try await store.close()
    }

    @Test("answers a repeated call as before it was opened again, and refuses another payload")
    func replay() async throws {
        var first: [UInt8] = []
        try await reopened { (server, _) async throws in
            let reply = try await server.write()
            #expect(reply.outcome == "201")
            first = reply.reply.body
        }
        clock.advance(by: .seconds(3_000))
        try await reopened { (server, store) async throws in
            let again = try await server.write()
            #expect(again.outcome == "201 again")
            #expect(again.reply.body == first)
            #expect(try await server.write("bread").outcome == "422")
            #expect(try await store.notes.count == 1)
        }
        clock.advance(by: .seconds(86_400))
        try await reopened { (server, store) async throws in
            #expect(try await server.write("bread").outcome == "201")
            #expect(try await store.notes.count == 2)
        }
    }

    @Test("shows in its files neither what was answered nor the key of the call")
    func sealed() async throws {
        try await reopened { (server, store) async throws in
            let reply = try await server.write().reply
            #expect(String(decoding: reply.body, as: UTF8.self).contains("sk_only_shown_once"))
            var found = 0
            for file in try FileManager.default.contentsOfDirectory(at: folder.url, includingPropertiesForKeys: nil) {
                let bytes = try Data(contentsOf: file)
                for word in ["sk_only_shown_once", "the-key-of-this-call"] { #expect(bytes.firstRange(of: Data(word.utf8)) == nil) }
                if bytes.firstRange(of: Data("a note".utf8)) != nil { found += 1 }
            }
            // What the handler wrote in the clear is found where it is looked for.
            #expect(found > 0)
            #expect(try await store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM charter_calls") } == 1)
        }
        try await reopened(secret: ServerSecret(bytes: Array(1...32))) { (server, store) async throws in
            #expect(try await server.write().outcome == "500")
            #expect(try await store.notes.count == 1)
        }
    }

    @Test("counts its effects on after it was opened again, and no repeated call")
    func quota() async throws {
        try await reopened { (server, _) async throws in
            for key in ["k1", "k2"] { #expect(try await server.write(once: key).outcome == "201") }
            #expect(try await server.write(once: "k1").outcome == "201 again")
        }
        clock.advance(by: .seconds(600))
        try await reopened { (server, store) async throws in
            #expect(try await server.write(once: "k3").outcome == "201")
            let refused = try await server.write(once: "k4")
            #expect(refused.outcome == "429")
            #expect(refused.reply.head.headerFields[.retryAfter] == "3000")
            #expect(try await server.write(once: "k3").outcome == "201 again")
            #expect(try await store.notes.count == 3)
        }
        clock.advance(by: .seconds(3_000))
        try await reopened { (server, store) async throws in
            #expect(try await server.write(once: "k4").outcome == "201")
            #expect(try await store.notes.count == 4)
        }
    }

    @Test("leaves nothing of a call whose handler fails behind what it has written")
    func failure() async throws {
        try await reopened(fails: true) { (server, store) async throws in
            for _ in 0..<5 { #expect(try await server.write().outcome == "500") }
            #expect(try await store.notes == [])
            #expect(try await store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM charter_calls") } == 0)
        }
        try await reopened { (server, store) async throws in
            for key in ["k1", "k2", "k3"] { #expect(try await server.write(once: key).outcome == "201") }
            #expect(try await store.notes.count == 3)
        }
    }

    @Test("does 200 calls of one key at once a single time")
    func atOnce() async throws {
        try await reopened { (server, store) async throws in
            let outcomes = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<200 { group.addTask { try await server.write().outcome } }
                return try await group.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
            }
            #expect(outcomes == ["201": 1, "201 again": 199])
            #expect(try await store.notes.count == 1)
        }
    }

    @Test("lets exactly 100 of 1,000 at once pass, and as many a second later")
    func throttle() async throws {
        let store = try folder.store()
        let server = try StoredNotes(store, clock: clock, throttle: 100)
        for round in 1...2 {
            let outcomes = try await withThrowingTaskGroup(of: String.self) { group in
                // All of one call: what counts here is the request.
                for _ in 0..<1_000 { group.addTask { try await server.write().outcome } }
                return try await group.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
            }
            #expect(outcomes == (round == 1 ? ["201": 1, "201 again": 99, "429": 900] : ["201 again": 100, "429": 900]))
            clock.advance(by: .milliseconds(999))
            #expect(try await server.write().outcome == "429")
            clock.advance(by: .milliseconds(1))
        }
        try await store.close()
    }

    @Test("refuses a key that was taken back, also where the clock is set back")
    func revocation() async throws {
        let store = try folder.store()
        let server = try StoredNotes(store, clock: clock, keys: store)
        try await store.insert(StoredKey(id: "robot", kind: nil, credential: "key", scopes: [], tenant: "a"), hashed: KeyHash(of: "robot"))
        #expect(try await server.write().outcome == "201")
        _ = try await store.revokeKey(id: "robot", of: .tenant("a"), at: clock.now)
        #expect(try await server.write().outcome == "401")
        clock.setCalendar(to: Timestamp(secondsSinceEpoch: 1_777_000_000))
        #expect(try await server.write().outcome == "401")
        try await store.close()
    }
}
