import CharterRuntime

/// A month of the Gregorian calendar, in UTC, which has no daylight saving time.
struct CalendarMonth {
    static let nanosecondsADay = 86_400 * Int64.nanosecondsASecond

    /// The number of months since January of the year 0.
    let index: Int

    init(index: Int) {
        self.index = index
    }

    /// The month of an instant in nanoseconds since 1970.
    init(of instant: Int64) {
        let date = CalendarDate(daysSinceEpoch: Int(instant.quotient(roundedDownBy: Self.nanosecondsADay)))
        index = date.year * 12 + date.month - 1
    }

    /// How many days it has, 28 to 31.
    var dayCount: Int {
        CalendarDate.days(inMonth: index % 12 + 1, of: index / 12)
    }

    /// When one of its days begins, in nanoseconds since 1970; the nearest instant that 64 bits can say.
    func start(ofDay day: Int) -> Int64 {
        guard let date = CalendarDate(year: index / 12, month: index % 12 + 1, day: day) else { return index < 1970 * 12 ? .min : .max }
        let (nanoseconds, overflow) = Int64(date.daysSinceEpoch).multipliedReportingOverflow(by: Self.nanosecondsADay)
        guard !overflow else { return date.year < 1970 ? .min : .max }
        return nanoseconds
    }
}
