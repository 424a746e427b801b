/// A way to find out one thing about a server.
protocol Procedure: Sendable {
    /// Asks the server.
    ///
    /// - Throws: ``MissingFixture`` if the server's data turns out to show nothing.
    func carryOut(through exchanger: Exchanger) async throws(MissingFixture) -> Observation
}
