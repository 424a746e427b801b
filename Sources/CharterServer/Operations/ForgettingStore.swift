/// A store that can forget what is over; nothing depends on when it does so, but its size.
public protocol ForgettingStore: Sendable {
    /// Forgets calls and counts whose time is over.
    ///
    /// - Parameter clock: The clock of the server.
    /// - Throws: what kept the store from writing.
    func forgetEnded(by clock: some ServerClock) async throws
}
