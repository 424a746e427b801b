import CharterSQLite
import GRDB
import Testing

@Suite("A transaction")
struct TransactionTests {
    private let folder: TemporaryFolder
    private let store: SQLiteStore

    init() throws {
        folder = try TemporaryFolder()
        store = try folder.store()
    }

    @Test("is committed when it returns, and hands on what it returns")
    func commit() async throws {
        let number = try await store.withTransaction { transaction in
            try await transaction.note("first")
            try await transaction.note("second")
            return try await transaction.notes.count
        }
        #expect(number == 2)
        #expect(try await store.notes == ["first", "second"])
    }

    @Test("is undone when it throws")
    func rollBack() async throws {
        await #expect(throws: Failure.self) {
            try await store.withTransaction { transaction in
                try await transaction.note("lost")
                throw Failure()
            }
        }
        #expect(try await store.notes == [])
        try await store.withTransaction { try await $0.note("kept") }
        #expect(try await store.notes == ["kept"])
    }

    @Test("is undone when it cannot be committed")
    func failingCommit() async throws {
        await #expect(throws: DatabaseError.self) {
            try await store.withTransaction { transaction in
                try await transaction.note("lost")
                // Foreign keys are looked at when all is written.
                try await transaction.write { try $0.execute(sql: "INSERT INTO notes (text, answers) VALUES ('answer', 99)") }
            }
        }
        #expect(try await store.notes == [])
        try await store.note("kept")
        #expect(try await store.notes == ["kept"])
    }

    @Test("keeps what was written before a write that fails half-way and is caught")
    func partialWrite() async throws {
        try await store.withTransaction { transaction in
            try await transaction.note("kept")
            await #expect(throws: Failure.self) {
                try await transaction.write { database in
                    try database.execute(sql: "INSERT INTO notes (text) VALUES ('lost')")
                    throw Failure()
                }
            }
        }
        #expect(try await store.notes == ["kept"])
    }

    @Test("cannot write while it reads")
    func readOnly() async throws {
        try await store.withTransaction { transaction in
            await #expect(throws: DatabaseError.self) {
                try await transaction.read { try $0.execute(sql: "INSERT INTO notes (text) VALUES ('lost')") }
            }
            try await transaction.note("kept")
        }
        #expect(try await store.notes == ["kept"])
    }

    @Test("is over once it has returned", arguments: [false, true])
    func useAfterEnd(throwing: Bool) async throws {
        var escaped: SQLiteTransaction?
        do {
            escaped = try await store.withTransaction { transaction in
                if throwing { throw Escaped(transaction: transaction) }
                return transaction
            }
        } catch let error as Escaped {
            escaped = error.transaction
        }
        let transaction = try #require(escaped)
        await #expect(throws: EndedTransaction.self) { try await transaction.note("late") }
        await #expect(throws: EndedTransaction.self) { try await transaction.notes }
        // Not in somebody else's transaction either.
        try await store.withTransaction { other in
            await #expect(throws: EndedTransaction.self) { try await transaction.note("late") }
            try await other.note("kept")
        }
        #expect(try await store.notes == ["kept"])
    }

    private struct Escaped: Error {
        let transaction: SQLiteTransaction
    }

    @Test("that a statement ends cannot be committed", arguments: ["COMMIT", "ROLLBACK"])
    func endedByStatement(statement: String) async throws {
        let transaction: @Sendable (SQLiteTransaction) async throws -> Void = { transaction in
            try? await transaction.write { try $0.execute(sql: statement) }
            await #expect(throws: AbortedTransaction.self) { try await transaction.note("lost") }
        }
        await #expect(throws: AbortedTransaction.self) { try await store.withTransaction(transaction) }
        try await store.note("kept")
        #expect(try await store.notes == ["kept"])
    }
}
