import CharterRuntime

/// A clock whose calendar somebody else reads.
struct CalendarClock: ServerClock {
    let calendar: @Sendable () -> Timestamp

    var now: Timestamp { calendar() }
    var steadyNanoseconds: Int64 { SystemClock().steadyNanoseconds }
}
