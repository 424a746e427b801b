public import CharterRuntime

extension Timestamp {
    /// The instant in nanoseconds since 1970; one before 1678 or after 2261 is taken for the nearest that 64 bits can say.
    public var nanosecondsSinceEpoch: Int64 {
        let (seconds, overflow) = secondsSinceEpoch.multipliedReportingOverflow(by: Int64.nanosecondsASecond)
        guard !overflow else { return secondsSinceEpoch < 0 ? .min : .max }
        return seconds.saturatingAdd(Int64(nanoseconds))
    }

    /// The instant so many nanoseconds after 1970 began.
    public init(nanosecondsSinceEpoch nanoseconds: Int64) {
        let rest = nanoseconds.remainder(dividingBy: Int64.nanosecondsASecond)
        self.init(
            secondsSinceEpoch: nanoseconds.quotient(roundedDownBy: Int64.nanosecondsASecond),
            nanoseconds: Int32(rest)
        )
    }
}

extension Duration {
    /// The length in nanoseconds, what is finer left out; one above 292 years is taken for that.
    var saturatingNanoseconds: Int64 {
        let (seconds, rest) = components
        let (nanoseconds, overflow) = seconds.multipliedReportingOverflow(by: Int64.nanosecondsASecond)
        guard !overflow else { return seconds < 0 ? .min : .max }
        return nanoseconds.saturatingAdd(rest / 1_000_000_000)
    }
}
