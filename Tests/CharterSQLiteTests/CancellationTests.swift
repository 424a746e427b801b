import CharterSQLite
import GRDB
import Testing

@Suite("A cancelled task", .timeLimit(.minutes(30)))
struct CancellationTests {
    private let folder: TemporaryFolder
    private let store: SQLiteStore

    init() throws {
        folder = try TemporaryFolder()
        store = try folder.store()
    }

    @Test("leaves the queue while it waits for its turn")
    func waiting() async throws {
        let gate = Gate()
        let first = Task {
            try await store.withTransaction { transaction in
                await gate.wait()
                try await transaction.note("first")
            }
        }
        while store.queue.isFree { await Task.yield() }
        let second = Task { try await store.withTransaction { try await $0.note("second") } }
        while store.queue.waitingCount != 1 { await Task.yield() }
        second.cancel()
        // The first is still open.
        await #expect(throws: CancellationError.self) { try await second.value }
        #expect(store.queue.waitingCount == 0)
        gate.open()
        try await first.value
        try await store.note("third")
        #expect(try await store.notes == ["first", "third"])
    }

    @Test("begins no transaction")
    func before() async throws {
        let gate = Gate()
        let task = Task {
            await gate.wait()
            try await store.withTransaction { try await $0.note("lost") }
        }
        task.cancel()
        gate.open()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(store.queue.isFree)
        #expect(try await store.notes == [])
    }

    @Test("writes no more, and what it wrote is undone when it throws")
    func within() async throws {
        let (written, cancelled) = (Gate(), Gate())
        let task = Task {
            try await store.withTransaction { transaction in
                try await transaction.note("lost")
                written.open()
                await cancelled.wait()
                try await transaction.note("lost as well")
            }
        }
        await written.wait()
        task.cancel()
        cancelled.open()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try await store.notes == [])
        try await store.note("kept")
    }

    @Test("commits what it has done when it returns")
    func returning() async throws {
        let (written, cancelled) = (Gate(), Gate())
        let task = Task {
            try await store.withTransaction { transaction in
                try await transaction.note("kept")
                written.open()
                await cancelled.wait()
            }
        }
        await written.wait()
        task.cancel()
        cancelled.open()
        try await task.value
        #expect(try await store.notes == ["kept"])
    }

    private static let endless = "WITH RECURSIVE all_numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM all_numbers)"

    @Test(
        "has its running statement cut off",
        arguments: [
            "\(endless) SELECT count(*) FROM all_numbers",
            "\(endless) INSERT INTO notes (text) SELECT n FROM all_numbers WHERE n < 0",
        ]
    )
    func running(statement: String) async throws {
        let started = Gate()
        let task = Task {
            try await store.withTransaction { transaction in
                try await transaction.note("lost")
                try await transaction.write { database in
                    started.open()
                    try database.execute(sql: statement)
                }
            }
        }
        await started.wait()
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try await store.notes == [])
        try await store.withTransaction { try await $0.note("kept") }
        #expect(try await store.notes == ["kept"])
    }

    @Test("does not commit what SQLite undid when a statement was cut off")
    func swallowed() async throws {
        let started = Gate()
        let task = Task {
            try await store.withTransaction { transaction in
                try await transaction.note("before")
                try? await transaction.write { database in
                    started.open()
                    try database.execute(sql: "\(Self.endless) INSERT INTO notes (text) SELECT n FROM all_numbers WHERE n < 0")
                }
            }
        }
        await started.wait()
        task.cancel()
        let result = await task.result
        // All or nothing: committed with what was written before, or not at all and an error.
        let notes = try await store.notes
        switch result {
        case .success: #expect(notes == ["before"])
        case .failure: #expect(notes == [])
        }
    }
}
