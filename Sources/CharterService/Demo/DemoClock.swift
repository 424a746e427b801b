import CharterRuntime
import CharterServer
import Synchronization

/// The system's clock, which can be put forward to see what happens later.
final class DemoClock: ServerClock {
    private let system = SystemClock()
    private let ahead = Mutex(Ahead())

    /// By how much each clock is ahead of the system's, in nanoseconds.
    private struct Ahead {
        var calendar: Int64 = 0
        var steady: Int64 = 0
    }

    var now: Timestamp {
        Timestamp(nanosecondsSinceEpoch: system.now.nanosecondsSinceEpoch + ahead.withLock { $0.calendar })
    }

    var steadyNanoseconds: Int64 {
        system.steadyNanoseconds + ahead.withLock { $0.steady }
    }

    /// Puts both clocks forward.
    ///
    /// - Precondition: `seconds` is 0 to ``longestLeap``.
    func advance(bySeconds seconds: Int64) {
        precondition((0...Self.longestLeap).contains(seconds), "a demonstration goes on for a century at most")
        ahead.withLock { ahead in
            let farthest = Self.longestLeap * 1_000_000_000
            ahead.calendar = min(ahead.calendar + seconds * 1_000_000_000, farthest)
            ahead.steady = min(ahead.steady + seconds * 1_000_000_000, farthest)
        }
    }

    /// Shows the present again; the steady clock stays where it is, for it never goes back.
    func returnToPresent() {
        ahead.withLock { $0.calendar = 0 }
    }

    /// A hundred years, in seconds.
    static let longestLeap: Int64 = 36_525 * 86_400
}
