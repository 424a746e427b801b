import CharterRuntime

extension APIDescription.Limit {
    /// How long a window is at most, in seconds: a month where the calendar or a subscription says when it ends.
    var longestWindow: Int { seconds ?? 31 * 86_400 }

    /// How long a window is at least.
    var shortestWindow: Int { seconds ?? 28 * 86_400 }
}
