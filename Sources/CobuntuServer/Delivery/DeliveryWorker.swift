import CharterServer
import CharterRuntime
import Logging
import ServiceLifecycle

/// Takes e-mails from the outbox to a ``MailDelivery``, in the order in which they came, and notes what became of them.
///
/// An e-mail is delivered first and struck off then: none is lost, whenever the process is ended. Of several processes on one database, one delivers at a time.
package struct DeliveryWorker<Storage: CobuntuStorage>: Service {
    private let storage: Storage
    private let delivery: any MailDelivery
    private let clock: any ServerClock
    private let turn: String
    private let logger: Logger

    /// How many e-mails are struck off at once.
    static var batch: Int { 50 }
    /// How long it waits when nothing is due.
    static var idle: Duration { .milliseconds(200) }

    /// Creates a worker.
    ///
    /// - Parameter turn: The file that stands for the turn of delivering; its folder must be there.
    package init(_ storage: Storage, _ delivery: any MailDelivery, clock: any ServerClock, turn: String, logger: Logger) {
        self.storage = storage
        self.delivery = delivery
        self.clock = clock
        self.turn = turn
        self.logger = logger
    }

    /// Works until it is told to stop; what was begun is noted before.
    package func run() async throws {
        while !Task.isCancelled, !Task.isShuttingDownGracefully {
            do {
                _ = try await deliverOnce()
            } catch is CancellationError {
                return
            } catch {
                logger.error("E-mails could not be delivered; they stay due.", metadata: ["error": "\(error)"])
            }
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: Self.idle) }
        }
    }

    /// Delivers until nothing is due, or until it is told to stop.
    ///
    /// - Returns: What became of what was due; nil where it was not its turn, for nothing is delivered while another process has it.
    /// - Throws: what keeps the storage from answering, and the turn from being taken.
    package func deliverOnce() async throws -> DeliveryTally? {
        guard let turn = try DeliveryTurn(at: turn) else { return nil }
        defer { withExtendedLifetime(turn) {} }
        return try await deliverWhileDue()
    }

    /// E-mails that are still to go out, now or later; nil where there are none.
    package func waiting() async throws -> WaitingMails? {
        try await storage.waitingMails()
    }

    /// Does something while nobody delivers, once what is being delivered has gone out.
    func whileIdle(_ body: () throws -> Void) async throws {
        while true {
            if let turn = try DeliveryTurn(at: turn) {
                defer { withExtendedLifetime(turn) {} }
                return try body()
            }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    private func deliverWhileDue() async throws -> DeliveryTally {
        var tally = DeliveryTally()
        var troubles = DeliveryTroubles()
        defer {
            for (reason, count) in troubles.counts where count > 1 {
                let facts: Logger.Metadata = ["error": "\(reason)", "more": "\(count - 1)"]
                logger.warning("More e-mails could not be delivered for the same reason.", metadata: facts)
            }
        }
        while !Task.isCancelled, !Task.isShuttingDownGracefully {
            let mails = try await storage.dueMails(by: clock.now, atMost: Self.batch)
            guard !mails.isEmpty else { return tally }
            let attempts = await withTaskGroup(of: Attempt.self) { group in
                for mail in mails { group.addTask { await attempt(mail) } }
                return await group.reduce(into: []) { $0.append($1) }
            }
            for attempt in attempts {
                guard let trouble = attempt.trouble, troubles.note(trouble) else { continue }
                logger.warning("An e-mail could not be delivered.", metadata: attempt.facts.merging(["error": "\(trouble)"]) { $1 })
            }
            let outcomes = attempts.map(\.outcome)
            try await storage.settle(outcomes, at: clock.now)
            tally.count(outcomes)
        }
        return tally
    }

    /// What became of an e-mail.
    private struct Attempt: Sendable {
        var outcome: MailOutcome
        /// Which it is, for the log.
        var facts: Logger.Metadata = [:]
        /// Why it is to be tried again, as far as that is not told yet.
        var trouble: String?
    }

    private func attempt(_ due: DueMail) async -> Attempt {
        switch due {
        case .mail(let mail): return await attempt(mail)
        case .damaged(let number, let reason):
            logger.error("An e-mail cannot be read; the others go on.", metadata: ["mail": "\(number)", "error": "\(reason)"])
            let later = MailOutcome.Result.postponed(until: clock.now.later(bySeconds: 3_600))
            return Attempt(outcome: MailOutcome(number: number, broadcast: nil, result: later))
        }
    }

    private func attempt(_ mail: OutgoingMail) async -> Attempt {
        let facts: Logger.Metadata = ["broadcast": "\(mail.broadcast)", "mail": "\(mail.number)"]
        do {
            try await delivery.deliver(mail)
            return Attempt(outcome: MailOutcome(number: mail.number, broadcast: mail.broadcast, result: .delivered))
        } catch let refusal as MailRefused {
            logger.warning("An e-mail will never be delivered.", metadata: facts.merging(["reason": "\(refusal)"]) { $1 })
            return Attempt(outcome: MailOutcome(number: mail.number, broadcast: mail.broadcast, result: .refused))
        } catch {
            // A minute, two, four, up to an hour and four minutes.
            let wait = Int64(60) << Int64(min(mail.attempts, 6))
            let later = MailOutcome.Result.postponed(until: clock.now.later(bySeconds: wait))
            return Attempt(
                outcome: MailOutcome(number: mail.number, broadcast: mail.broadcast, result: later),
                facts: facts,
                trouble: "\(error)"
            )
        }
    }
}
