public import CharterRuntime

/// The clocks of the machine.
///
/// The steady one begins at the calendar's instant when it is first read in the process, and is advanced from there by a clock that nobody sets.
public struct SystemClock: ServerClock {
    private static let start = (instant: ContinuousClock.now, nanoseconds: Timestamp.now().nanosecondsSinceEpoch)

    /// Creates a clock; all of a process agree.
    public init() {}

    /// The present instant by the system's calendar clock, exact to the microsecond.
    public var now: Timestamp { .now() }

    /// Nanoseconds since 1970, by the system's clock that never goes back.
    public var steadyNanoseconds: Int64 {
        let start = Self.start
        return start.nanoseconds.saturatingAdd((ContinuousClock.now - start.instant).saturatingNanoseconds)
    }
}
