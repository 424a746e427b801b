/// The most that a run may ask of a server.
public struct RunBounds: Hashable, Sendable {
    /// The most requests; to delete what checks have made, and to steer the server, some more may be sent.
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
