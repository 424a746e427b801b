import CharterRuntime
public import CharterServer
import CharterSQLite
public import Logging
import RavenModels

/// Takes messages from the database to the gateway, and what the gateway says of them back.
///
/// A message is accepted, and only then handed over; one that was handed over when the process was ended is handed over again by the next one, and told from others by
/// its identifier. Several workers may share a database: each delivery is one's at a time.
public struct DeliveryWorker<Storage: RavenStorage>: Sendable {
    private let storage: Storage
    private let gateway: any MessageGateway
    private let clock: any ServerClock
    private let pace: DeliveryPace
    private let logger: Logger
    /// A pass, or what must not happen within one.
    private let turns = TransactionQueue()

    /// Creates a worker.
    ///
    /// - Parameter clock: What says when something is due.
    public init(
        _ storage: Storage,
        gateway: any MessageGateway,
        clock: any ServerClock = SystemClock(),
        pace: DeliveryPace = DeliveryPace(),
        logger: Logger
    ) {
        self.storage = storage
        self.gateway = gateway
        self.clock = clock
        self.pace = pace
        self.logger = logger
    }

    /// Works until its task is cancelled; a delivery that was begun is ended before.
    public func run() async {
        while !Task.isCancelled {
            do {
                if try await pass() > 0 { continue }
            } catch {
                logger.error("Deliveries could not be worked on; they stay due.", metadata: ["error": "\(error)"])
            }
            try? await Task.sleep(for: pace.idle)
        }
    }

    /// Does what is due by now, at most a batch of it; to its end, also in a task that is cancelled meanwhile.
    ///
    /// - Returns: The number of deliveries that were worked on.
    /// - Throws: what kept the storage from answering; what was taken is due again later.
    @discardableResult
    public func pass() async throws -> Int {
        // What a gateway has taken over and nobody has written down would be handed over again.
        try await Task { try await resting { try await batch() } }.value
    }

    /// Does something while the worker, and each of its copies, does nothing.
    func resting<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
        try await turns.enter()
        defer { turns.leave() }
        return try await body()
    }

    private func batch() async throws -> Int {
        let now = clock.now
        let deliveries = try await storage.takeDeliveries(dueBy: now, until: now.later(by: pace.lease), atMost: pace.batch) { error in
            logger.error("A delivery cannot be read; the others go on.", metadata: ["error": "\(error)"])
        }
        guard !deliveries.isEmpty else { return 0 }
        let outcomes = await withTaskGroup(of: DeliveryOutcome.self) { group in
            for delivery in deliveries { group.addTask { await outcome(of: delivery) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        try await storage.settle(outcomes)
        return deliveries.count
    }

    private func outcome(of delivery: Delivery) async -> DeliveryOutcome {
        let outgoing = OutgoingMessage(delivery.message, from: delivery.tenant)
        let id = delivery.message.id
        do {
            if delivery.message.status == .queued {
                return switch try await gateway.accept(outgoing) {
                case .accepted: DeliveryOutcome(message: id, status: .sent, dueAt: clock.now)
                case .refused: DeliveryOutcome(message: id, status: .failed, dueAt: nil)
                }
            }
            return switch try await gateway.report(on: outgoing) {
            case .underway: DeliveryOutcome(message: id, status: nil, dueAt: clock.now.later(by: pace.wait(after: delivery.attempts)))
            case .delivered: DeliveryOutcome(message: id, status: .delivered, dueAt: nil)
            case .failed: DeliveryOutcome(message: id, status: .failed, dueAt: nil)
            }
        } catch {
            return retried(delivery, after: error)
        }
    }

    private func retried(_ delivery: Delivery, after error: any Error) -> DeliveryOutcome {
        let id = delivery.message.id
        // What was handed over may have arrived: only what was not can be given up.
        let isGivenUp = delivery.message.status == .queued && delivery.attempts + 1 >= pace.mostAttempts
        logger.warning(
            "The gateway did not answer\(isGivenUp ? "; the message is given up." : ".")",
            metadata: ["message": "\(id)", "attempt": "\(delivery.attempts + 1)", "error": "\(error)"]
        )
        if isGivenUp { return DeliveryOutcome(message: id, status: .failed, dueAt: nil) }
        return DeliveryOutcome(message: id, status: nil, dueAt: clock.now.later(by: pace.wait(after: delivery.attempts)))
    }
}
