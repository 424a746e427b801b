/// Measures how much time goes by for a server between two of its requests, but for what a check lets pass by itself.
struct Stopwatch {
    private let start = ContinuousClock.now
    private let isStill: Bool

    /// Begins to measure.
    ///
    /// - Parameter isStill: Whether the clock of the server stands still unless it is advanced, so that no time goes by at all.
    init(isStill: Bool) { self.isStill = isStill }

    /// How much time has gone by since the beginning.
    var elapsed: Duration { isStill ? .zero : start.duration(to: .now) }
}
