import CharterRuntime
import HTTPTypes
import Hummingbird

/// A call that has a key: looked up, and remembered.
struct RepeatableCall: Sendable {
    let id: CallID
    private let convention: APIDescription.Idempotency
    private let payload: [UInt8]
    private let secret: ServerSecret
    private let key: String

    /// - Returns: nil for a call without a key.
    /// - Throws: ``JSONFault`` for a body that JSON cannot hold.
    init?(_ exchange: Exchange, body: (any JSONWritable)?) throws {
        guard let convention = exchange.endpoint.idempotency, let key = exchange.idempotencyKey, let id = CallID(exchange) else {
            return nil
        }
        self.id = id
        self.convention = convention
        self.key = key
        secret = exchange.api.secret
        payload = try PayloadFingerprint(exchange, convention, key: key, body: body).bytes
    }

    /// How the call was answered before; nil for one that is made for the first time, or after it was forgotten.
    ///
    /// - Throws: ``Refusal/idempotencyMismatch`` where the key stands for another payload; ``UnreadableAnswer``; what kept the store from answering.
    func answer(in store: some IdempotencyStore, at now: Timestamp) async throws -> AnsweredRequest? {
        guard let record = try await store.record(of: id), record.isKept(at: now) else { return nil }
        guard record.payload == payload else { throw Refusal.idempotencyMismatch }
        var answer = try seal.opened(record.answer).answer
        if let name = convention.replayHeader.flatMap({ HTTPField.Name($0) }) { answer.response.headers[name] = "true" }
        return answer
    }

    /// Whether nothing is remembered of the call.
    ///
    /// - Throws: what kept the store from answering.
    func isNew(in store: some IdempotencyStore, at now: Timestamp) async throws -> Bool {
        try await store.record(of: id)?.isKept(at: now) != true
    }

    /// Whether an answer with that status is remembered.
    func remembers(_ status: Int) -> Bool {
        convention.remembersAnswer(ofStatus: status)
    }

    /// Remembers an answer.
    ///
    /// - Throws: what kept the store from writing.
    func remember(_ answer: KeptAnswer, in store: some IdempotencyStore, at now: Timestamp) async throws {
        let sealed = try seal.closed(answer)
        try await store.remember(IdempotencyRecord(call: id, payload: payload, answer: sealed, endsAt: convention.end(ofCallMadeAt: now)))
    }

    private var seal: AnswerSeal { AnswerSeal(secret, id, idempotencyKey: key) }
}

extension IdempotencyRecord {
    /// Whether the call is still remembered.
    func isKept(at now: Timestamp) -> Bool {
        endsAt.map { now < $0 } ?? true
    }
}
