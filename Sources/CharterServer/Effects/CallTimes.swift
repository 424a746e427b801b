/// How long calls wait for what they need.
struct CallTimes: Sendable {
    /// How long a call that is repeated waits for the first one.
    let turn: Duration
    /// How long a call may wait for its transaction and have it open; nil for as long as it takes.
    let transaction: Duration?
    /// Lets time pass, unless it is cancelled.
    var sleep: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
}
