import Testing

@testable import CharterServer

/// Who waits for whom.
@Suite("A turn")
struct TurnQueueTests {
    private let queues = TurnQueues<String>()

    @Test("is waited for under one name, and not under another")
    func names() async throws {
        try await queues.enter("a")
        try await queues.enter("b")
        await #expect(throws: WaitedTooLong.self) { try await queues.enter("a", waitingAtMost: .zero) }
        queues.leave("a")
        try await queues.enter("a", waitingAtMost: .zero)
        queues.leave("a")
        queues.leave("b")
        #expect(queues.count == 0)
    }

    @Test("is not waited for longer than said, and nobody behind is kept waiting")
    func patience() async throws {
        try await queues.enter("a")
        await #expect(throws: WaitedTooLong.self) { try await queues.enter("a", waitingAtMost: .nanoseconds(1)) }
        let next = Task { try await queues.enter("a", waitingAtMost: .seconds(600)) }
        while queues.count < 2 { await Task.yield() }
        queues.leave("a")
        try await next.value
        queues.leave("a")
        #expect(queues.count == 0)
    }

    @Test("is given up when the task is cancelled, before or while it waits")
    func cancellation() async throws {
        try await queues.enter("a")
        let waiting = Task { try await queues.enter("a") }
        while queues.count < 2 { await Task.yield() }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        let cancelled = Task {
            while !Task.isCancelled { await Task.yield() }
            try await queues.enter("b")
        }
        cancelled.cancel()
        await #expect(throws: CancellationError.self) { try await cancelled.value }
        queues.leave("a")
        #expect(queues.count == 0)
    }
}
