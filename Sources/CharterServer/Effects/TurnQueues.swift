import Synchronization

/// Lets those of one name in one at a time, in the order in which they came, and those of different names at once.
final class TurnQueues<Name: Hashable & Sendable>: Sendable {
    private let lines = Mutex(Lines())

    /// Who waits, in order, by the names of which somebody is in.
    private struct Lines {
        var waiting: [Name: [Waiting]] = [:]
        var lastNumber: UInt64 = 0

        /// Lets somebody in where nobody is.
        mutating func take(_ name: Name) -> Bool {
            guard waiting[name] == nil else { return false }
            waiting[name] = []
            return true
        }

        mutating func remove(_ number: UInt64, from name: Name) -> Waiting? {
            guard let index = waiting[name]?.firstIndex(where: { $0.number == number }) else { return nil }
            return waiting[name]?.remove(at: index)
        }
    }

    private struct Waiting {
        let number: UInt64
        let turn: CheckedContinuation<Void, any Error>
        /// Ends the waiting.
        var alarm: Task<Void, Never>?

        func end(_ result: Result<Void, any Error>) {
            alarm?.cancel()
            turn.resume(with: result)
        }
    }

    /// How many are in or wait.
    var count: Int { lines.withLock { $0.waiting.values.reduce(0) { $0 + 1 + $1.count } } }

    /// Waits for its turn; ``leave(_:)`` must follow.
    ///
    /// - Parameters:
    ///   - longest: How long it waits at most; for ever by default.
    ///   - sleep: What lets that time pass.
    /// - Throws: ``WaitedTooLong``; `CancellationError` where the task is cancelled before its turn came.
    func enter(
        _ name: Name,
        waitingAtMost longest: Duration? = nil,
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) async throws {
        let number = lines.withLock { lines in
            lines.lastNumber += 1
            return lines.lastNumber
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { turn in
                // Whoever cancels from here on finds the entry: the handler takes the same lock.
                let answer: Result<Void, any Error>? = lines.withLock { lines in
                    if Task.isCancelled { return .failure(CancellationError()) }
                    if lines.take(name) { return .success(()) }
                    if let longest, longest <= .zero { return .failure(WaitedTooLong()) }
                    lines.waiting[name]?.append(Waiting(number: number, turn: turn))
                    return nil
                }
                if let answer { turn.resume(with: answer) } else if let longest { setAlarm(number, name) { try await sleep(longest) } }
            }
        } onCancel: {
            lines.withLock { $0.remove(number, from: name) }?.end(.failure(CancellationError()))
        }
    }

    /// Lets the next one of that name in.
    func leave(_ name: Name) {
        let next: Waiting? = lines.withLock { lines in
            guard var line = lines.waiting.removeValue(forKey: name), !line.isEmpty else { return nil }
            let next = line.removeFirst()
            lines.waiting[name] = line
            return next
        }
        next?.end(.success(()))
    }

    private func setAlarm(_ number: UInt64, _ name: Name, after wait: @escaping @Sendable () async throws -> Void) {
        let alarm = Task {
            guard (try? await wait()) != nil else { return }
            lines.withLock { $0.remove(number, from: name) }?.end(.failure(WaitedTooLong()))
        }
        let isWaiting = lines.withLock { lines in
            guard let index = lines.waiting[name]?.firstIndex(where: { $0.number == number }) else { return false }
            lines.waiting[name]?[index].alarm = alarm
            return true
        }
        if !isWaiting { alarm.cancel() }
    }
}

/// A turn did not come in the time for which somebody would wait.
struct WaitedTooLong: Error {}
