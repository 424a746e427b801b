import CharterRuntime

extension Timestamp {
    /// The midnight in UTC with which its day began.
    package var startOfDay: Timestamp {
        Timestamp(secondsSinceEpoch: secondsSinceEpoch - (secondsSinceEpoch % 86_400 + 86_400) % 86_400)
    }

    /// The instant so many seconds later, or earlier if they are negative.
    package func later(bySeconds seconds: Int64) -> Timestamp {
        Timestamp(secondsSinceEpoch: secondsSinceEpoch + seconds, nanoseconds: nanoseconds)
    }
}
