import CharterRuntime
import CharterServer
import CharterSQLite
import Foundation
import GRDB
import Testing

@Suite("A SQLite store")
struct OpeningTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("keeps what was committed, and runs each migration once")
    func reopening() async throws {
        for number in 1...3 {
            let store = try folder.store()
            try await store.note("\(number)")
            try await store.close()
        }
        #expect(try await folder.store().notes == ["1", "2", "3"])
    }

    @Test("says which file it cannot open", arguments: [true, false])
    func unopened(isThere: Bool) throws {
        let path = isThere ? folder.database : folder.url.appendingPathComponent("nowhere/store.sqlite").path
        if isThere { try Data("This is no database, however long it may be.".utf8).write(to: URL(fileURLWithPath: path)) }
        let fault = #expect(throws: UnopenedDatabase.self) { try SQLiteStore(path: path) }
        #expect(fault?.path == path)
        #expect(fault?.description.hasPrefix("the database '\(path)' cannot be opened: SQLite error \(isThere ? 26 : 14)") == true)
    }

    @Test("has tables of its own under names that begin alike")
    func names() async throws {
        let tables = try await SQLiteStore(path: folder.database).read { database in
            try String.fetchAll(
                database,
                sql: "SELECT name FROM sqlite_schema WHERE type IN ('table', 'index') AND name NOT LIKE 'sqlite_%'"
            )
        }
        #expect(tables.count == 7)
        #expect(tables.filter { !$0.hasPrefix("charter_") } == ["grdb_migrations"])
    }

    @Test("writes each commit down to the disk, and looks at foreign keys")
    func settings() async throws {
        let settings = try await folder.store().write { database in
            try ["synchronous", "foreign_keys"].map { try Int.fetchOne(database, sql: "PRAGMA \($0)") }
        }
        #expect(settings == [2, 1])
    }

    @Test("finds what it looks for by an index")
    func plans() async throws {
        let queries = [
            "SELECT * FROM charter_keys WHERE hash = x''", "SELECT * FROM charter_keys WHERE id = ''",
            "SELECT * FROM charter_keys WHERE tenant IS NULL ORDER BY created_at, id LIMIT 1",
            "SELECT * FROM charter_calls WHERE call = x''", "SELECT call FROM charter_calls WHERE ends_at <= '' ORDER BY ends_at",
            "SELECT * FROM charter_tallies WHERE limit_name = '' AND partition_name = ''",
            "SELECT limit_name FROM charter_tallies WHERE ends_at <= 0 ORDER BY ends_at",
        ]
        let store = try folder.store()
        for query in queries {
            let steps = try await store.read { database in
                try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(query)").map { $0["detail"] as String }
            }
            #expect(steps.count == 1 && steps[0].hasPrefix("SEARCH"), "\(query): \(steps)")
        }
    }

    @Test("can be opened several times at once, while it is new")
    func openingAtOnce() async throws {
        try await withThrowingTaskGroup { group in
            for number in 0..<8 { group.addTask { try await folder.store().note("\(number)") } }
            try await group.waitForAll()
        }
        #expect(try await folder.store().notes.count == 8)
    }

    @Test("waits for what another process writes, as long as it may")
    func busy() async throws {
        var hasty = Configuration()
        hasty.busyMode = .timeout(0.01)
        let (one, other) = (try folder.store(), try folder.store(hasty))
        try await one.withTransaction { transaction in
            try await transaction.note("one")
            let error = await #expect(throws: DatabaseError.self) { try await other.withTransaction { try await $0.note("lost") } }
            #expect(error?.resultCode == .SQLITE_BUSY)
            #expect(try await other.notes == [])
        }
        try await other.withTransaction { try await $0.note("other") }
        #expect(try await one.notes == ["one", "other"])
    }

    @Test("closes when what writes has come to its end, and does nothing from then on")
    func closing() async throws {
        let store = try folder.store()
        let gate = Gate()
        let writing = Task {
            try await store.withTransaction { transaction in
                await gate.wait()
                try await transaction.note("kept")
            }
        }
        while store.queue.isFree { await Task.yield() }
        let closing = Task { try await store.close() }
        while store.queue.waitingCount == 0 { await Task.yield() }
        gate.open()
        try await writing.value
        try await closing.value
        await #expect(throws: DatabaseError.self) { try await store.notes }
        await #expect(throws: DatabaseError.self) { try await store.note("lost") }
        await #expect(throws: DatabaseError.self) { try await store.withTransaction { try await $0.note("lost") } }
        await #expect(throws: DatabaseError.self) { try await store.key(hashed: KeyHash(of: "k")) }
        #expect(try await folder.store().notes == ["kept"])
    }

    @Test("answers with an error where its file is damaged", arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
    func damagedFile(seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        let written = try folder.store()
        for number in 0..<200 {
            try await written.insert(
                StoredKey(id: "k\(number)", kind: nil, scopes: ["READ"], tenant: "acme"),
                hashed: KeyHash(of: "\(number)")
            )
        }
        try await written.close()
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: folder.database))
        let size = try file.seekToEnd()
        // The header stays as it is, else nothing is opened at all.
        for _ in 0..<400 {
            try file.seek(toOffset: UInt64.random(in: 100..<size, using: &generator))
            try file.write(contentsOf: [UInt8.random(in: 0...255, using: &generator)])
        }
        try file.close()
        var faults = 0
        do {
            let store = try folder.store()
            for number in 0..<200 {
                do { _ = try await store.key(hashed: KeyHash(of: "\(number)")) } catch { faults += 1 }
                do {
                    _ = try await store.revokeKey(id: "k\(number)", of: .tenant("acme"), at: Timestamp(secondsSinceEpoch: 0))
                } catch { faults += 1 }
            }
            do { _ = try await store.keys(of: "acme", OffsetPage(limit: 500, offset: 0)) } catch { faults += 1 }
        } catch {
            faults += 1
        }
        #expect(faults > 0)
    }
}
