extension Timestamp {
    /// The instant so many seconds later, or earlier if they are negative.
    ///
    /// - Precondition: 64 bits can say its seconds since 1970.
    package func later(bySeconds seconds: Int64) -> Timestamp {
        Timestamp(secondsSinceEpoch: secondsSinceEpoch + seconds, nanoseconds: nanoseconds)
    }
}
