import Foundation
import Synchronization

/// Whether a process is there: once it has ended, its number may be another one's.
final class ProgramLife: Sendable {
    private let hasEnded = Mutex(false)

    /// Notes that it has ended.
    func end() {
        hasEnded.withLock { $0 = true }
    }

    /// Sends a signal, unless it has ended.
    func signal(_ identifier: pid_t, _ signal: Int32) {
        hasEnded.withLock { hasEnded in
            if !hasEnded { _ = Foundation.kill(identifier, signal) }
        }
    }
}
