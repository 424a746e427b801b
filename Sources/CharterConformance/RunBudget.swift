import CharterRuntime
import Synchronization

/// Counts what a run has asked so far, and ends what takes longer than it may.
final class RunBudget: Sendable {
    /// The word for a run that somebody has ended.
    private static let interruption = "an interruption"
    /// How many deletions of what checks have made may be sent when the run has used up its requests.
    private static let deletions = 200
    /// How long the server may take at the end for deletions, and to be put back, when the run has used up its time.
    private let grace: Duration

    private let bounds: RunBounds
    private let deadline: ContinuousClock.Instant
    private let used = Mutex((requests: 0, deletions: 0, steerings: 0, stop: String?.none))

    init(_ bounds: RunBounds, grace: Duration = .seconds(10)) {
        self.bounds = bounds
        self.grace = grace
        deadline = .now + .seconds(min(bounds.seconds, RunBounds.none.seconds))
    }

    /// The number of requests that were sent.
    var requests: Int { used.withLock { $0.requests + $0.deletions } }

    /// How often the server was asked or steered.
    var touches: Int { used.withLock { $0.requests + $0.deletions + $0.steerings } }

    /// The bound at which something was not sent or not waited for, in words; nil where there was none.
    var stop: String? { used.withLock { $0.stop } }

    /// Lets checks send nothing more.
    func interrupt() { used.withLock { $0.stop = $0.stop ?? Self.interruption } }

    /// Sends one request of a check.
    ///
    /// - Throws: ``MissingFixture`` if the run has had all it may have, and what the request throws.
    func request<Reply: Sendable>(_ send: @escaping @Sendable () async throws -> Reply) async throws -> Reply {
        if ContinuousClock.now >= deadline { throw stopped(at: bounds.seconds, "second") }
        let isWithin = try used.withLock { used in
            if used.stop == Self.interruption { throw MissingFixture(interruption: ()) }
            guard used.requests < bounds.requests else { return false }
            used.requests += 1
            return true
        }
        guard isWithin else { throw stopped(at: bounds.requests, "request") }
        do {
            return try await ends(by: deadline, send)
        } catch is TimeOver {
            throw stopped(at: bounds.seconds, "second")
        }
    }

    /// Deletes one thing that a check has made, also when the run has had all else.
    ///
    /// - Throws: ``TimeOver``, ``MissingFixture`` if that was done too often, and what the request throws.
    func deletion<Reply: Sendable>(_ send: @escaping @Sendable () async throws -> Reply) async throws -> Reply {
        let isWithin = used.withLock { used in
            guard used.requests >= bounds.requests else {
                used.requests += 1
                return true
            }
            guard used.deletions < Self.deletions else { return false }
            used.deletions += 1
            return true
        }
        guard isWithin else { throw MissingFixture(bound: "deletions") }
        return try await ends(by: deadline + grace, send)
    }

    /// Steers the server, also when the run has had all else.
    ///
    /// - Throws: ``TimeOver``, and what the steering throws.
    func steering(_ steer: @escaping @Sendable () async throws -> Void) async throws {
        used.withLock { $0.steerings += 1 }
        try await ends(by: max(deadline, .now + grace), steer)
    }

    private func stopped(at count: Int, _ unit: String) -> MissingFixture {
        let bound = "\(count) \(unit)\(count == 1 ? "" : "s")"
        used.withLock { $0.stop = $0.stop ?? bound }
        return MissingFixture(bound: bound)
    }
}
