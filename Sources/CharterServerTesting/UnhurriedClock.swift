public import CharterRuntime
public import CharterServer
import Synchronization

/// A clock for servers whose tests are of something else than limits: throttles are counted as ever, but an hour passes between one request and the next.
///
/// Hundreds of tests that share a key would else be refused for calling too fast, the more so the faster they run. The calendar, by which quotas are counted, keys expire
/// and replies are dated, stands still.
public final class UnhurriedClock: ServerClock {
    /// The instant that the calendar shows.
    public let now: Timestamp
    private let steady: Mutex<Int64>

    /// Creates a clock.
    ///
    /// - Parameter now: The instant that the calendar shows, in the years 1678 to 2261.
    public init(at now: Timestamp) {
        self.now = now
        steady = Mutex(now.nanosecondsSinceEpoch)
    }

    /// Nanoseconds since 1970, an hour more at each look.
    public var steadyNanoseconds: Int64 {
        steady.withLock { steady in
            steady += 3_600_000_000_000
            return steady
        }
    }
}
