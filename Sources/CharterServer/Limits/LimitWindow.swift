/// When a window of a limit begins and ends; lengths are in seconds, at least 1.
public enum LimitWindow: Hashable, Sendable {
    /// At every moment, the seconds just past.
    case sliding(seconds: Int)
    /// Windows of that length, one behind the other since 1970.
    case fixed(seconds: Int)
    /// From the first that is counted.
    case fromFirst(seconds: Int)
    /// The day of the calendar, in UTC.
    case day
    /// The month of the calendar, in UTC.
    case month
    /// From one bill to the next.
    case billingCycle(BillingCycle)

    /// The length in seconds; nil where it is not always the same.
    public var seconds: Int? {
        switch self {
        case .sliding(let seconds), .fixed(let seconds), .fromFirst(let seconds): seconds
        case .day: 86_400
        case .month, .billingCycle: nil
        }
    }

    /// Whether every moment has a window of its own.
    var slides: Bool {
        if case .sliding = self { true } else { false }
    }

    /// The window that an instant lies in, in nanoseconds since 1970; of windows that somebody begins, one that begins at that instant.
    func bounds(around instant: Int64) -> Range<Int64> {
        switch self {
        case .sliding(let seconds), .fromFirst(let seconds):
            return instant..<instant.saturatingAdd(Int64(nanosecondsOf: seconds))
        case .fixed(let seconds):
            let start = instant.saturatingSubtract(instant.remainder(dividingBy: Int64(nanosecondsOf: seconds)))
            return start..<start.saturatingAdd(Int64(nanosecondsOf: seconds))
        case .day: return Self.fixed(seconds: 86_400).bounds(around: instant)
        case .month: return BillingCycle.calendarMonth.bounds(around: instant)
        case .billingCycle(let cycle): return cycle.bounds(around: instant)
        }
    }
}
