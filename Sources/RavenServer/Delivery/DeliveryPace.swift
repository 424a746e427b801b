/// How fast deliveries are worked on.
public struct DeliveryPace: Hashable, Sendable {
    /// How many are worked on at once.
    public var batch: Int
    /// How long a worker rests when nothing is due.
    public var idle: Duration
    /// How long a worker has for a batch: what it has not ended by then may be taken by another.
    public var lease: Duration
    /// How often a gateway is asked to take a message before it is given up.
    public var mostAttempts: Int

    /// Sets a pace.
    public init(batch: Int = 64, idle: Duration = .milliseconds(200), lease: Duration = .seconds(30), mostAttempts: Int = 12) {
        self.batch = batch
        self.idle = idle
        self.lease = lease
        self.mostAttempts = mostAttempts
    }

    /// How long to wait behind an attempt: a second, then twice as long each time, an hour at most.
    ///
    /// - Parameter attempts: How many there were before it.
    func wait(after attempts: Int) -> Duration {
        .seconds(min(3_600, 1 << min(attempts, 12)))
    }
}
