import Synchronization

/// Lets one at a time in, in the order in which they came.
package final class TransactionQueue: Sendable {
    private let line = Mutex(Line())

    /// Who is in, and who waits, by their numbers.
    private struct Line {
        var isTaken = false
        var waiting: [UInt64: CheckedContinuation<Void, any Error>] = [:]
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
            waiting[number] = turn
            order.append(number)
        }

        /// Takes out who came first; those who left meanwhile have no entry any more.
        mutating func removeFirst() -> CheckedContinuation<Void, any Error>? {
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

    package init() {}

    /// Whether nobody is in.
    package var isFree: Bool { line.withLock { !$0.isTaken } }

    /// How many wait.
    package var waitingCount: Int { line.withLock { $0.waiting.count } }

    /// Waits for its turn; ``leave()`` must follow.
    ///
    /// - Throws: `CancellationError` where the task is cancelled before its turn came.
    package func enter() async throws {
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
                if let answer { turn.resume(with: answer) }
            }
        } onCancel: {
            line.withLock { $0.waiting.removeValue(forKey: number) }?.resume(throwing: CancellationError())
        }
    }

    /// Lets the next one in.
    package func leave() {
        let next = line.withLock { line in
            let next = line.removeFirst()
            line.isTaken = next != nil
            return next
        }
        next?.resume()
    }
}
