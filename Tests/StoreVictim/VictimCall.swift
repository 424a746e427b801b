import CharterRuntime
import CharterServer
import CharterSQLite
import Foundation
import GRDB

/// A call that may be repeated, as a server would do it.
struct VictimCall {
    let number: Int
    /// The point at which the process kills itself, such as `remembered 3`.
    let end: String?

    func run(in store: SQLiteStore) async throws {
        let digits = (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
        guard let call = CallID(bytes: Array(repeating: 0, count: 28) + digits) else { fatalError("32 bytes are a CallID") }
        let counting = LimitCounting(.victim, clock: AdjustableClock(at: Timestamp(secondsSinceEpoch: 1_777_630_998)))
        try await store.withTransaction { transaction in
            guard try await transaction.record(of: call) == nil else { return }
            comes(to: "began")
            try await transaction.write { try $0.execute(sql: "INSERT INTO effects VALUES (?)", arguments: [number]) }
            comes(to: "written")
            let answer = [UInt8](repeating: 2, count: 300)
            try await transaction.remember(IdempotencyRecord(call: call, payload: [1], answer: answer, endsAt: nil))
            comes(to: "remembered")
            try await counting.count("calls", in: transaction)
            comes(to: "counted")
        }
        comes(to: "committed")
    }

    private func comes(to point: String) {
        let line = "\(point) \(number)"
        // Written at once: a line must be out before the process is.
        FileHandle.standardOutput.write(Data("\(line)\n".utf8))
        if line == end { kill(getpid(), SIGKILL) }
    }
}

extension APIDescription {
    fileprivate static let victim = APIDescription(
        name: "Victim",
        title: "Victim",
        version: "1.0.0",
        servers: [Server(name: "production", url: "https://victim.example")],
        limits: [Limit(name: "calls", allow: 1_000_000, window: .calendar(.day), partition: .everyone, kind: .quota, counts: .effects)],
        limitHeaders: LimitHeaders(retryAfter: true),
        errors: .problem,
        endpoints: [],
        types: [:]
    )
}
