extension Int64 {
    static let nanosecondsASecond: Int64 = 1_000_000_000

    /// A number of seconds in nanoseconds; one above 292 years is taken for that.
    init(nanosecondsOf seconds: Int) {
        let (nanoseconds, overflow) = Int64(seconds).multipliedReportingOverflow(by: Self.nanosecondsASecond)
        self = overflow ? (seconds < 0 ? .min : .max) : nanoseconds
    }

    /// The sum, or the number nearest to it.
    func saturatingAdd(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other < 0 ? .min : .max) : sum
    }

    /// The difference, or the number nearest to it.
    func saturatingSubtract(_ other: Int64) -> Int64 {
        let (difference, overflow) = subtractingReportingOverflow(other)
        return overflow ? (other < 0 ? .max : .min) : difference
    }

    /// The quotient, rounded down also of negative numbers.
    ///
    /// - Precondition: `divisor` is positive.
    func quotient(roundedDownBy divisor: Int64) -> Int64 {
        self / divisor - (self % divisor < 0 ? 1 : 0)
    }

    /// What dividing and rounding down leaves, 0 to `divisor` - 1.
    ///
    /// - Precondition: `divisor` is positive.
    func remainder(dividingBy divisor: Int64) -> Int64 {
        let rest = self % divisor
        return rest < 0 ? rest + divisor : rest
    }

    /// The quotient, rounded up.
    ///
    /// - Precondition: `divisor` is positive.
    func quotient(roundedUpBy divisor: Int64) -> Int64 {
        self / divisor + (self % divisor > 0 ? 1 : 0)
    }
}
