public import Logging
public import ServiceLifecycle

/// Has stores forget what is over, again and again until the server shuts down.
///
/// A store that fails is asked again the next time; its failure is logged.
public struct StoreUpkeep: Service {
    private let stores: [any ForgettingStore]
    private let interval: Duration
    private let clock: any ServerClock
    private let logger: Logger
    /// Lets time pass, unless it is cancelled.
    var sleep: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }

    /// Looks after stores.
    ///
    /// - Parameters:
    ///   - stores: Where calls and counts are kept.
    ///   - interval: How long to wait from one time to the next, also before the first.
    ///   - clock: The clock of the server.
    ///   - logger: Where failures are logged.
    public init(
        of stores: [any ForgettingStore],
        every interval: Duration = .seconds(300),
        clock: any ServerClock = SystemClock(),
        logger: Logger = Logger(label: "charter.upkeep")
    ) {
        self.stores = stores
        self.interval = interval
        self.clock = clock
        self.logger = logger
    }

    /// Works until the server shuts down, or the task is cancelled; what was begun is finished.
    public func run() async {
        while await waits() {
            for store in stores where !Task.isShuttingDownGracefully { await forgetEnded(in: store) }
        }
    }

    /// Whether the time of the interval passed, and did not end early.
    private func waits() async -> Bool {
        do {
            try await cancelWhenGracefulShutdown { [sleep, interval] in try await sleep(interval) }
            return !Task.isShuttingDownGracefully && !Task.isCancelled
        } catch {
            return false
        }
    }

    private func forgetEnded(in store: any ForgettingStore) async {
        do {
            try await store.forgetEnded(by: clock)
        } catch {
            logger.error("A store could not forget what is over; it is asked again.", metadata: [AttributeName.error: "\(error)"])
        }
    }
}
