public import CharterRuntime

/// What a server takes the time from.
///
/// There are two clocks, because no one clock does for both: the calendar's can be set back, and one that cannot drifts away from the calendar.
public protocol ServerClock: Sendable {
    /// The present instant by the calendar, which quotas, keys and replies go by. It goes back where somebody sets it back.
    var now: Timestamp { get }
    /// The present instant by a clock that never goes back, which throttles go by: nanoseconds since 1970, exact in what passes between two readings.
    var steadyNanoseconds: Int64 { get }
}
