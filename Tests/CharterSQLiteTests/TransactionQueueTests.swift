import CharterRuntime
import CharterServer
import CharterSQLite
import GRDB
import Testing

@Suite("Transactions at once")
struct TransactionQueueTests {
    private let folder: TemporaryFolder
    private let store: SQLiteStore

    init() throws {
        folder = try TemporaryFolder()
        store = try folder.store()
    }

    /// Waits until so many transactions wait for their turn.
    private func waiting(_ number: Int) async {
        while store.queue.waitingCount != number { await Task.yield() }
    }

    @Test("run one after the other, also while each waits for something else")
    func exclusion() async throws {
        let room = Room()
        try await store.note("0")
        try await withThrowingTaskGroup { group in
            for _ in 0..<50 {
                group.addTask {
                    try await store.withTransaction { transaction in
                        #expect(room.enter() == 1)
                        let number = try #require(try await transaction.notes.first.flatMap(Int.init))
                        for _ in 0..<10 { await Task.yield() }
                        try await transaction.write { try $0.execute(sql: "UPDATE notes SET text = ?", arguments: ["\(number + 1)"]) }
                        room.leave()
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await store.notes == ["50"])
    }

    @Test("take their turns in the order in which they came")
    func order() async throws {
        let gate = Gate()
        let first = Task { try await store.withTransaction { _ in await gate.wait() } }
        while store.queue.isFree { await Task.yield() }
        var others: [Task<Void, any Error>] = []
        for number in 1...10 {
            others.append(
                Task {
                    if number.isMultiple(of: 2) {
                        try await store.note("\(number)")
                    } else {
                        try await store.withTransaction { try await $0.note("\(number)") }
                    }
                }
            )
            await waiting(number)
        }
        gate.open()
        try await first.value
        for other in others { try await other.value }
        #expect(try await store.notes == (1...10).map(String.init))
    }

    @Test("of one call have one effect", .timeLimit(.minutes(30)))
    func repeatedCall() async throws {
        let call = try #require(CallID(bytes: Array(repeating: 7, count: 32)))
        let answers = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for number in 0..<200 {
                group.addTask {
                    try await store.withTransaction { transaction in
                        if let record = try await transaction.record(of: call) { return record.answer }
                        try await transaction.note("effect")
                        await Task.yield()
                        let record = IdempotencyRecord(call: call, payload: [1], answer: [UInt8(number)], endsAt: nil)
                        try await transaction.remember(record)
                        return record.answer
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count == 200)
        #expect(Set(answers).count == 1)
        #expect(try await store.notes == ["effect"])
    }

    @Test("leave no turn behind, whoever is cancelled", arguments: [1, 2, 3] as [UInt64])
    func storm(seed: UInt64) async throws {
        let queue = TransactionQueue()
        let room = Room()
        var generator = SeededGenerator(seed: seed)
        let tasks = (0..<300).map { _ in
            Task {
                try await queue.enter()
                #expect(room.enter() == 1)
                await Task.yield()
                room.leave()
                queue.leave()
            }
        }
        for task in tasks where Bool.random(using: &generator) {
            if Int.random(in: 0..<4, using: &generator) == 0 { await Task.yield() }
            task.cancel()
        }
        for task in tasks { _ = await task.result }
        #expect(queue.isFree)
        #expect(queue.waitingCount == 0)
    }

    /// Who draws a number and begins to wait a moment later than the next one is not passed over.
    @Test("forget nobody who comes while a turn is passed on", .timeLimit(.minutes(5)))
    func throng() async throws {
        let queue = TransactionQueue()
        try await withThrowingTaskGroup { group in
            for _ in 0..<16 {
                group.addTask {
                    for _ in 0..<20_000 {
                        try await queue.enter()
                        queue.leave()
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(queue.isFree)
        #expect(queue.waitingCount == 0)
    }

    @Test("are not waited for longer than said, and those behind have their turn")
    func patience() async throws {
        let queue = TransactionQueue()
        try await queue.enter()
        await #expect(throws: WriterNotFree.self) { try await queue.enter(waitingAtMost: .seconds(7)) { _ in } }
        let next = Task { try await queue.enter(waitingAtMost: .seconds(7)) { _ in try await Task.sleep(for: .seconds(3_600)) } }
        while queue.waitingCount != 1 { await Task.yield() }
        queue.leave()
        try await next.value
        queue.leave()
        #expect(queue.isFree && queue.waitingCount == 0)
    }

    @Test("that nobody ends keep nobody waiting for ever, whatever wants to write", .timeLimit(.minutes(2)))
    func hung() async throws {
        let store = try folder.store(writerWait: .nanoseconds(1))
        let gate = Gate()
        let hung = Task {
            try await store.withTransaction {
                try await $0.note("late"); await gate.wait()
            }
        }
        while store.queue.isFree { await Task.yield() }
        await #expect(throws: WriterNotFree.self) { try await store.note("a") }
        await #expect(throws: WriterNotFree.self) { try await store.withTransaction { try await $0.note("b") } }
        #expect(try await store.notes == [])
        gate.open()
        try await hung.value
        #expect(try await store.notes == ["late"])
        try await store.close()
    }
}
