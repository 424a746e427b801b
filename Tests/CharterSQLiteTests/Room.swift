import Synchronization

/// Counts who is in.
final class Room: Sendable {
    private let number = Atomic(0)

    /// - Returns: How many are in now.
    func enter() -> Int {
        number.add(1, ordering: .relaxed).newValue
    }

    func leave() {
        number.subtract(1, ordering: .relaxed)
    }
}
