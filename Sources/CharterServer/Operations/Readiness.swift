import Logging
import ServiceLifecycle
import Synchronization

/// Whether a server is ready, found out by a check that many may ask for.
final class Readiness: Sendable {
    private let check: @Sendable () async throws -> Void
    private let timeout: Duration
    private let logger: Logger
    private let time: Time
    private let state = Mutex(State())

    /// How long an answer holds.
    static let freshness = Duration.seconds(1)

    /// What time is taken from; tests have one of their own.
    struct Time: Sendable {
        var now: @Sendable () -> ContinuousClock.Instant = { .now }
        var sleep: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    }

    private struct State {
        var isDraining = false
        /// What was found last, and when.
        var last: (isReady: Bool, instant: ContinuousClock.Instant)?
        /// The search that runs now.
        var running: Task<Bool, Never>?
        /// Whether the check has not ended, be it that nobody waits for it any more.
        var isChecking = false
    }

    init(check: @escaping @Sendable () async throws -> Void, timeout: Duration, logger: Logger, time: Time = Time()) {
        self.check = check
        self.timeout = timeout
        self.logger = logger
        self.time = time
    }

    /// From now on the server is not ready.
    func drain() {
        state.withLock { $0.isDraining = true }
    }

    /// Whether the server is ready now, or was so just before.
    var isReady: Bool {
        get async {
            if Task.isShuttingDownGracefully { return false }
            let known: Bool? = state.withLock { state in
                if state.isDraining { return false }
                guard let last = state.last, time.now() - last.instant < Self.freshness else { return nil }
                return last.isReady
            }
            if let known { return known }
            return await search.value
        }
    }

    /// The search that runs now, or a new one; it outlives whoever asks first, for others wait for it too.
    private var search: Task<Bool, Never> {
        state.withLock { state in
            if let running = state.running { return running }
            let task = Task { await self.find() }
            state.running = task
            return task
        }
    }

    private func find() async -> Bool {
        let fault = await fault()
        let wasReady = state.withLock { state in
            let wasReady = state.last?.isReady ?? true
            state.last = (isReady: fault == nil, instant: time.now())
            state.running = nil
            return wasReady
        }
        // Once for each change: probes ask all the time.
        if let fault, wasReady {
            logger.error("The server is not ready.", metadata: [AttributeName.error: "\(fault)"])
        } else if fault == nil, !wasReady {
            logger.info("The server is ready again.")
        }
        return fault == nil
    }

    /// What keeps the server from being ready; nil where nothing does.
    private func fault() async -> (any Error)? {
        let isHanging = state.withLock { state in
            defer { state.isChecking = true }
            return state.isChecking
        }
        // A check that takes no notice of being cancelled is not piled up.
        if isHanging { return SlowCheck(timeout: timeout) }
        let (outcomes, outcome) = AsyncStream.makeStream(of: (any Error)?.self)
        let work = Task { [check] in
            let fault: (any Error)?
            do {
                try await check()
                fault = nil
            } catch {
                fault = error
            }
            self.state.withLock { $0.isChecking = false }
            outcome.yield(fault)
        }
        let alarm = Task { [time, timeout] in
            try await time.sleep(timeout)
            outcome.yield(SlowCheck(timeout: timeout))
        }
        defer {
            work.cancel()
            alarm.cancel()
        }
        for await fault in outcomes { return fault }
        return CancellationError()
    }

    /// The check took too long.
    private struct SlowCheck: Error, CustomStringConvertible {
        let timeout: Duration

        var description: String { "the check did not end within \(timeout)" }
    }
}
