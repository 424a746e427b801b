import CharterRuntime
import Hummingbird
import Synchronization

/// Runs calls whose effects are kept: what the handler does, that it was counted and how it was answered are committed together, or not at all.
///
/// A call that was made before is answered as it was then; its handler does not run, and no limit counts it.
final class EffectRun: Sendable {
    private let api: ServedAPI
    private let counting: LimitCounting
    private let times: CallTimes
    /// Counts requests in their quotas.
    private let requestQuotas: LimitCheck
    private let calls = TurnQueues<CallID>()
    /// Calls that were remembered since others were forgotten.
    private let remembered = Mutex(0)
    /// Whether quotas stand before repeated calls in the order of checks.
    private let countsFirst: Bool

    /// How many calls are remembered between two times at which those are forgotten whose time is over.
    static let callsBetweenForgetting = 64

    /// What became of a call.
    private struct Outcome: Sendable {
        let answer: AnsweredRequest
        /// How the caller stands with the limits that counted it.
        var limits: LimitOutcome?
    }

    init(api: ServedAPI, counting: LimitCounting, quotas: (any LimitStore)?, times: CallTimes) {
        self.api = api
        self.counting = counting
        self.times = times
        requestQuotas = LimitCheck(stage: .quotas, counting: counting, store: quotas)
        countsFirst = !api.description.looksUpCallsBeforeQuotas
    }

    /// Answers a call.
    ///
    /// - Parameters:
    ///   - body: What the endpoint takes, or nil.
    ///   - handle: Does what the call is for.
    /// - Throws: what `handle` throws; ``Refusal`` for a call that is not granted; ``ReplayedRefusal`` for one that was not granted before; ``SlowTransaction``; what
    ///   kept the store from answering or committing.
    func answer<Store: EffectStore>(
        to request: AuthorizedRequest,
        body: (any JSONWritable)?,
        in store: Store,
        _ handle: @escaping @Sendable (Store.Transaction) async throws -> Response
    ) async throws -> Response {
        let exchange = request.exchange
        let limits = try await exchange.route.effects.counted(in: exchange, by: counting)
        let outcome: Outcome
        if let call = try RepeatableCall(exchange, body: body) {
            outcome = try await oneAfterTheOther(call) {
                if let answer = try await self.answerBeforeQuotas(call, exchange, in: store) { return Outcome(answer: answer) }
                return try await self.withTransaction(of: store) { try await self.answer(call, limits, exchange, in: $0, handle) }
            } failing: { cause in
                try await self.remember(cause, of: call, request, in: store)
            }
        } else {
            outcome = try await withTransaction(of: store) { try await self.run(limits, exchange, in: $0, handle) }
        }
        // Told only now: what is not committed is not counted.
        if let limits = outcome.limits { exchange.limits.append(limits) }
        return try told(outcome.answer, exchange)
    }

    /// The answer to a call; one that was refused before is refused again, in its own words.
    private func told(_ answer: AnsweredRequest, _ exchange: Exchange) throws -> Response {
        guard let reason = answer.refusal else { return answer.response }
        let status = answer.response.status.code
        // The contract may have changed since.
        guard status < 400 || api.description.errors.permits(status) else {
            throw UndocumentedRefusal(status: status, code: reason, endpoint: exchange.endpoint.id, place: .closedStatuses)
        }
        throw ReplayedRefusal(answer: answer)
    }

    /// Runs something in a transaction, for which a call waits and which it has open for no longer than it may.
    private func withTransaction<Store: EffectStore, Result: Sendable>(
        of store: Store,
        _ body: @escaping @Sendable (Store.Transaction) async throws -> Result
    ) async throws -> Result {
        guard let time = times.transaction else { return try await store.withTransaction(body) }
        let progress = Progress()
        return try await TimeLimit(time: time, sleep: times.sleep).limit {
            SlowTransaction(time: time, hadBegun: progress.hasBegun.load(ordering: .acquiring))
        } _: {
            try await store.withTransaction { transaction in
                progress.hasBegun.store(true, ordering: .releasing)
                return try await body(transaction)
            }
        }
    }

    /// Whether a transaction has begun.
    private final class Progress: Sendable {
        let hasBegun = Atomic(false)
    }

    /// Lets calls of the same key wait for each other in this process; in others, the store's transactions do.
    private func oneAfterTheOther(
        _ call: RepeatableCall,
        _ body: () async throws -> Outcome,
        failing: (any Error) async throws -> Void
    ) async throws -> Outcome {
        do {
            try await calls.enter(call.id, waitingAtMost: times.turn, sleep: times.sleep)
        } catch is WaitedTooLong {
            throw Refusal.idempotencyInFlight
        }
        defer { calls.leave(call.id) }
        do {
            return try await body()
        } catch let failure as HandlerFailure {
            try await failing(failure.cause)
            throw failure.cause
        }
    }

    private func answer<Transaction: EffectTransaction>(
        _ call: RepeatableCall,
        _ limits: [CountedLimit],
        _ exchange: Exchange,
        in transaction: Transaction,
        _ handle: @escaping @Sendable (Transaction) async throws -> Response
    ) async throws -> Outcome {
        if countsFirst { try refuse(await counting.standings(with: limits, in: transaction), exchange) }
        if let answer = try await call.answer(in: transaction, at: now) { return Outcome(answer: answer) }
        let outcome = try await run(limits, exchange, in: transaction) { transaction in
            do { return try await handle(transaction) } catch { throw HandlerFailure(cause: error) }
        }
        guard call.remembers(outcome.answer.response.status.code) else { return outcome }
        let answer = try await KeptAnswer(outcome.answer)
        try await remember(answer, of: call, in: transaction)
        return Outcome(answer: answer.answer, limits: outcome.limits)
    }

    /// Looks for a call that is made again where quotas of requests stand behind that; one that is new is counted in them.
    ///
    /// They may be kept elsewhere than effects, so that they are counted before the transaction begins that does the effect.
    private func answerBeforeQuotas(_ call: RepeatableCall, _ exchange: Exchange, in store: some EffectStore) async throws
        -> AnsweredRequest?
    {
        guard exchange.countsQuotasAfterLookingUpItsCall else { return nil }
        if let answer = try await withTransaction(of: store, { try await call.answer(in: $0, at: self.now) }) { return answer }
        try await requestQuotas.count(exchange)
        return nil
    }

    private var now: Timestamp { counting.clock.now }
}

extension EffectRun {
    /// Counts the effect and does it.
    private func run<Transaction: EffectTransaction>(
        _ limits: [CountedLimit],
        _ exchange: Exchange,
        in transaction: Transaction,
        _ handle: @escaping @Sendable (Transaction) async throws -> Response
    ) async throws -> Outcome {
        guard !limits.isEmpty else { return Outcome(answer: AnsweredRequest(response: try await handle(transaction))) }
        let taken = try await counting.take(limits, in: transaction)
        try refuse(taken, exchange)
        let response = try await handle(transaction)
        let kept = try await counting.takeBack(taken, answered: response.status.code, in: transaction)
        return Outcome(answer: AnsweredRequest(response: response), limits: kept)
    }

    /// Refuses a call for which nothing is left.
    private func refuse(_ outcome: LimitOutcome, _ exchange: Exchange) throws {
        guard let refused = outcome.refused else { return }
        exchange.limits.append(outcome)
        throw Refusal.exceeded(refused, api.description.limitHeaders)
    }

    private func remember(_ answer: KeptAnswer, of call: RepeatableCall, in transaction: some EffectTransaction) async throws {
        try await call.remember(answer, in: transaction, at: now)
        let isTimeToForget = remembered.withLock { count in
            count = (count + 1) % Self.callsBetweenForgetting
            return count == 0
        }
        if isTimeToForget { try await transaction.forgetCalls(endedBy: now) }
    }

    /// Remembers a failure where the API does, in a transaction of its own: that of the handler is undone.
    private func remember(
        _ cause: any Error,
        of call: RepeatableCall,
        _ request: AuthorizedRequest,
        in store: some EffectStore
    ) async throws {
        guard let failure = request.answer(toFailure: cause), call.remembers(failure.response.status.code) else { return }
        let answer = try await KeptAnswer(failure)
        try await withTransaction(of: store) { transaction in
            // Meanwhile another process may have done what failed here.
            guard try await call.isNew(in: transaction, at: self.now) else { return }
            try await self.remember(answer, of: call, in: transaction)
        }
    }
}
