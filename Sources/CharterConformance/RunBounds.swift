import Synchronization

/// The most that a run may ask of a server.
public struct RunBounds: Hashable, Sendable {
    /// The most requests.
    public var requests: Int
    /// The most seconds.
    public var seconds: Int

    /// More than any run takes: of tests, what runs them bounds the time.
    static let none = RunBounds(requests: .max, seconds: 1_000_000)

    /// Creates bounds.
    public init(requests: Int = 50_000, seconds: Int = 600) {
        self.requests = requests
        self.seconds = seconds
    }
}

/// Counts what a run has asked so far.
final class RunBudget: Sendable {
    private let bounds: RunBounds
    private let begin = ContinuousClock.now
    private let used = Mutex(0)

    init(_ bounds: RunBounds) {
        self.bounds = bounds
    }

    var requests: Int { used.withLock { $0 } }

    /// Takes one request.
    ///
    /// - Throws: ``MissingFixture`` if the run has had all it may have.
    func take() throws(MissingFixture) {
        let count = used.withLock { used in
            used += 1
            return used
        }
        if count > bounds.requests { throw MissingFixture(bound: "\(bounds.requests) requests") }
        if begin.duration(to: .now) > .seconds(bounds.seconds) { throw MissingFixture(bound: "\(bounds.seconds) seconds") }
    }
}
