public import CharterRuntime

/// When a tenant is billed.
///
/// A cycle begins on the day of the month and at the time of day of some first bill; in a month that does not have that day, on its last day. Whoever is first
/// billed on 31 January is billed on 28 or 29 February, and on 31 March again.
public struct BillingCycle: Hashable, Sendable {
    /// The instant of some bill, in UTC; earlier cycles follow from it as later ones do.
    public var anchor: Timestamp
    /// How many months lie between two bills, 1 to 1,200.
    public let months: Int

    /// Creates a cycle.
    ///
    /// - Parameters:
    ///   - anchor: The instant of some bill, in the years 1678 to 2261.
    ///   - months: How many months lie between two bills.
    /// - Precondition: `months` is 1 to 1,200.
    public init(anchor: Timestamp, months: Int = 1) {
        precondition((1...1_200).contains(months), "bills are 1 to 1,200 months apart")
        self.anchor = anchor
        self.months = months
    }

    /// From the first of a month to the first of the next.
    public static let calendarMonth = BillingCycle(anchor: Timestamp(secondsSinceEpoch: 0))

    /// The cycle that an instant lies in, in nanoseconds since 1970.
    func bounds(around instant: Int64) -> Range<Int64> {
        let origin = CalendarMonth(of: anchor.nanosecondsSinceEpoch)
        let apart = CalendarMonth(of: instant).index - origin.index
        var cycle = Int(Int64(apart).quotient(roundedDownBy: Int64(months)))
        // The bill of this month may be still to come.
        if start(of: cycle, from: origin) > instant { cycle -= 1 }
        return start(of: cycle, from: origin)..<start(of: cycle + 1, from: origin)
    }

    private func start(of cycle: Int, from origin: CalendarMonth) -> Int64 {
        let nanoseconds = anchor.nanosecondsSinceEpoch
        let month = CalendarMonth(index: origin.index + cycle * months)
        let day = CalendarDate(daysSinceEpoch: Int(nanoseconds.quotient(roundedDownBy: CalendarMonth.nanosecondsADay))).day
        return month.instant(
            ofDay: min(day, month.dayCount),
            nanoseconds: nanoseconds.remainder(dividingBy: CalendarMonth.nanosecondsADay)
        )
    }
}
