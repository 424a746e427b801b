import CharterRuntime

extension Timestamp {
    /// The midnight in UTC with which its day began.
    package var startOfDay: Timestamp {
        Timestamp(secondsSinceEpoch: secondsSinceEpoch - (secondsSinceEpoch % 86_400 + 86_400) % 86_400)
    }
}
