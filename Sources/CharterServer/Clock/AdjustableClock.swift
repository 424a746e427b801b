public import CharterRuntime
import Synchronization

/// A clock that stands still until it is advanced: for tests, and for servers that demonstrate what happens later.
public final class AdjustableClock: ServerClock {
    private let readings: Mutex<Readings>

    /// What both clocks show, in nanoseconds since 1970.
    private struct Readings {
        var calendar: Int64
        var steady: Int64
    }

    /// Creates a clock; both of its clocks show the same instant.
    ///
    /// - Parameter start: An instant of the years 1678 to 2261.
    public init(at start: Timestamp) {
        let nanoseconds = start.nanosecondsSinceEpoch
        readings = Mutex(Readings(calendar: nanoseconds, steady: nanoseconds))
    }

    /// Lets time pass, on both clocks.
    ///
    /// - Precondition: `time` is not negative.
    public func advance(by time: Duration) {
        precondition(time >= .zero, "time does not go back; set the calendar instead")
        readings.withLock { readings in
            readings.calendar = readings.calendar.saturatingAdd(time.saturatingNanoseconds)
            readings.steady = readings.steady.saturatingAdd(time.saturatingNanoseconds)
        }
    }

    /// Sets the calendar, forward or back, as somebody can do with that of a machine; the steady clock does not notice.
    public func setCalendar(to instant: Timestamp) {
        readings.withLock { $0.calendar = instant.nanosecondsSinceEpoch }
    }

    /// The instant that the calendar shows.
    public var now: Timestamp {
        Timestamp(nanosecondsSinceEpoch: readings.withLock { $0.calendar })
    }

    /// The instant that the steady clock shows, in nanoseconds since 1970.
    public var steadyNanoseconds: Int64 {
        readings.withLock { $0.steady }
    }
}
