public import CharterRuntime

extension Timestamp {
    /// The instant in whole milliseconds since 1970, rounded down: all that Raven Cloud tells of one.
    public var milliseconds: Int64 {
        secondsSinceEpoch * 1_000 + Int64(nanoseconds) / 1_000_000
    }

    /// The instant so many milliseconds after 1970 began.
    public init(milliseconds: Int64) {
        let rest = (milliseconds % 1_000 + 1_000) % 1_000
        self.init(secondsSinceEpoch: (milliseconds - rest) / 1_000, nanoseconds: Int32(rest) * 1_000_000)
    }

    /// The instant without what is finer than a millisecond.
    public var roundedDown: Timestamp { Timestamp(milliseconds: milliseconds) }

    /// The instant so much later; of the duration, what is finer than a millisecond does not count.
    func later(by duration: Duration) -> Timestamp {
        let (seconds, attoseconds) = duration.components
        return Timestamp(milliseconds: milliseconds + seconds * 1_000 + attoseconds / 1_000_000_000_000_000)
    }
}
