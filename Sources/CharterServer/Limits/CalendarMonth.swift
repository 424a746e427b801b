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

    /// An instant of one of its days, in nanoseconds since 1970; the nearest that 64 bits can say.
    func instant(ofDay day: Int, nanoseconds: Int64) -> Int64 {
        guard let date = CalendarDate(year: index / 12, month: index % 12 + 1, day: day) else { return index < 1970 * 12 ? .min : .max }
        return Int64(clamping: Int128(date.daysSinceEpoch) * Int128(Self.nanosecondsADay) + Int128(nanoseconds))
    }
}
