import CharterRuntime

extension APIDescription.Limit {
    /// How long a window is at most, in seconds: a month where the calendar or a subscription says when it ends.
    var longestWindow: Int { seconds ?? 31 * 86_400 }
}
