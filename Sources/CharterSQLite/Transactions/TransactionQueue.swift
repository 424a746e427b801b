import Synchronization

/// Lets one at a time in, in the order in which they came.
package final class TransactionQueue: Sendable {
    private let line = Mutex(Line())

    /// Who is in, and who waits, by their numbers.
    private struct Line {
        var isTaken = false
        var waiting: [UInt64: Waiting] = [:]
        /// The numbers in the order in which they began to wait, which need not be that in which they were drawn.
        private var order: [UInt64] = []
        /// Where in the order the first one stands.
        private var first = 0
        private var lastNumber: UInt64 = 0

        mutating func drawNumber() -> UInt64 {
            lastNumber += 1
            return lastNumber
        }

        mutating func append(_ number: UInt64, _ turn: CheckedContinuation<Void, any Error>) {
            waiting[number] = Waiting(turn: turn)
            order.append(number)
        }

        /// Takes out who came first; those who left meanwhile have no entry any more.
        mutating func removeFirst() -> Waiting? {
            defer { forgetThoseBefore() }
            while first < order.count {
                defer { first += 1 }
                if let turn = waiting.removeValue(forKey: order[first]) { return turn }
            }
            return nil
        }

        /// Moving the others costs as much as is dropped.
        private mutating func forgetThoseBefore() {
            guard first * 2 > order.count else { return }
            order.removeFirst(first)
            first = 0
        }
    }

    /// Who waits, and what ends the waiting.
    private struct Waiting {
        let turn: CheckedContinuation<Void, any Error>
        var alarm: Task<Void, Never>?

        func end(_ result: Result<Void, any Error>) {
            alarm?.cancel()
            turn.resume(with: result)
        }
    }

    package init() {}

    /// Whether nobody is in.
    package var isFree: Bool { line.withLock { !$0.isTaken } }

    /// How many wait.
    package var waitingCount: Int { line.withLock { $0.waiting.count } }

    /// Waits for its turn; ``leave()`` must follow.
    ///
    /// - Parameters:
    ///   - longest: How long it waits at most; for ever by default.
    ///   - sleep: What lets that time pass.
    /// - Throws: ``WriterNotFree``; `CancellationError` where the task is cancelled before its turn came.
    package func enter(
        waitingAtMost longest: Duration? = nil,
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) async throws {
        let number = line.withLock { $0.drawNumber() }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { turn in
                // Whoever cancels from here on finds the entry below: the handler takes the same lock.
                let answer: Result<Void, any Error>? = line.withLock { line in
                    if Task.isCancelled { return .failure(CancellationError()) }
                    guard line.isTaken else {
                        line.isTaken = true
                        return .success(())
                    }
                    line.append(number, turn)
                    return nil
                }
                if let answer { turn.resume(with: answer) } else if let longest { setAlarm(number, longest, sleep) }
            }
        } onCancel: {
            line.withLock { $0.waiting.removeValue(forKey: number) }?.end(.failure(CancellationError()))
        }
    }

    /// Lets the next one in.
    package func leave() {
        let next = line.withLock { line in
            let next = line.removeFirst()
            line.isTaken = next != nil
            return next
        }
        next?.end(.success(()))
    }

    private func setAlarm(_ number: UInt64, _ longest: Duration, _ sleep: @escaping @Sendable (Duration) async throws -> Void) {
        let alarm = Task {
            guard (try? await sleep(longest)) != nil else { return }
            line.withLock { $0.waiting.removeValue(forKey: number) }?.end(.failure(WriterNotFree(time: longest)))
        }
        let isWaiting = line.withLock { line in
            line.waiting[number]?.alarm = alarm
            return line.waiting[number] != nil
        }
        if !isWaiting { alarm.cancel() }
    }
}
