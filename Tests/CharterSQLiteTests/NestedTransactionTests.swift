import CharterRuntime
import CharterSQLite
import Testing

@Suite("Within a transaction")
struct NestedTransactionTests {
    private let folder: TemporaryFolder
    private let store: SQLiteStore

    init() throws {
        folder = try TemporaryFolder()
        store = try folder.store()
    }

    @Test("writing to the store is an error instead of an endless wait")
    func nested() async throws {
        try await store.withTransaction { transaction in
            await #expect(throws: NestedTransaction.self) { try await store.withTransaction { _ in } }
            await #expect(throws: NestedTransaction.self) { try await store.note("lost") }
            await #expect(throws: NestedTransaction.self) { try await store.noteUse(ofKey: "k", at: Timestamp(secondsSinceEpoch: 0)) }
            await #expect(throws: NestedTransaction.self) { try await store.close() }
            let task = Task { try await store.note("lost") }
            await #expect(throws: NestedTransaction.self) { try await task.value }
            try await transaction.note("kept")
        }
        #expect(try await store.notes == ["kept"])
    }

    @Test("another store can be written to")
    func twoStores() async throws {
        let otherFolder = try TemporaryFolder()
        let other = try otherFolder.store()
        try await store.withTransaction { transaction in
            try await other.withTransaction { inner in
                await #expect(throws: NestedTransaction.self) { try await store.note("lost") }
                try await inner.note("there")
                try await transaction.note("here")
            }
            await #expect(throws: NestedTransaction.self) { try await store.note("lost") }
        }
        #expect(try await store.notes == ["here"])
        #expect(try await other.notes == ["there"])
    }

    @Test("a task that outlives it writes when it has ended")
    func outliving() async throws {
        let ended = Gate()
        let task = try await store.withTransaction { transaction in
            try await transaction.note("first")
            return Task {
                await ended.wait()
                try await store.note("second")
            }
        }
        ended.open()
        try await task.value
        #expect(try await store.notes == ["first", "second"])
    }

    @Test("others read without waiting, and see nothing of it")
    func readers() async throws {
        try await store.note("before")
        try await store.withTransaction { transaction in
            try await transaction.note("within")
            #expect(try await store.notes == ["before"])
            try await withThrowingTaskGroup { group in
                for _ in 0..<20 { group.addTask { try await store.notes } }
                for try await notes in group { #expect(notes == ["before"]) }
            }
            #expect(try await transaction.notes == ["before", "within"])
        }
        #expect(try await store.notes == ["before", "within"])
    }
}
