import CharterRuntime

extension String {
    /// Whether an instant is most likely kept as it is shown: a fraction of zeros is shown, or a quarter of an hour, which clocks seldom hit.
    ///
    /// A server may keep more digits than it shows.
    var isExactInstant: Bool {
        guard let instant = Timestamp(self), instant.nanoseconds == 0 else { return false }
        return contains(".") || instant.secondsSinceEpoch % 900 == 0
    }
}
