public import CharterRuntime
import CharterService
import CharterSQLite
import GRDB
import RavenModels

extension SQLiteRaven {
    /// Takes deliveries on which something is due, so that nobody else gets them until an instant.
    public func takeDeliveries(
        dueBy now: Timestamp,
        until end: Timestamp,
        atMost count: Int,
        damaged: @Sendable (any Error) -> Void
    ) async throws -> [Delivery] {
        // Most often there is nothing to do, and then nothing is written.
        guard try await store.read({ try isSomethingDue($0, by: now) }) else { return [] }
        return try await store.write { database in
            let select = try database.cachedStatement(
                sql: """
                    SELECT tenants.slug, deliveries.attempts, \(Message.columns) FROM deliveries
                    JOIN messages ON messages.number = deliveries.message JOIN tenants ON tenants.number = messages.tenant
                    WHERE deliveries.due_at <= ? ORDER BY deliveries.due_at, deliveries.message LIMIT ?
                    """
            )
            let deliveries = try Row.fetchAll(select, arguments: [now.milliseconds, count]).compactMap { row -> Delivery? in
                var row = RowReader(row, of: "deliveries")
                do {
                    let (tenant, attempts) = (try row.text(), try row.integer())
                    return Delivery(message: try Message(&row), tenant: tenant, attempts: Int(attempts))
                } catch {
                    damaged(error)
                    return nil
                }
            }
            let take = try database.cachedStatement(
                sql: """
                    UPDATE deliveries SET due_at = ?, attempts = attempts + 1 WHERE message IN
                    (SELECT message FROM deliveries WHERE due_at <= ? ORDER BY due_at, message LIMIT ?)
                    """
            )
            try take.execute(arguments: [end.milliseconds, now.milliseconds, count])
            return deliveries
        }
    }

    private func isSomethingDue(_ database: Database, by now: Timestamp) throws -> Bool {
        let statement = try database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM deliveries WHERE due_at <= ?)")
        return try Bool.fetchOne(statement, arguments: [now.milliseconds]) ?? false
    }

    /// Writes down what became of deliveries that were taken.
    public func settle(_ outcomes: [DeliveryOutcome]) async throws {
        guard !outcomes.isEmpty else { return }
        try await store.write { database in for outcome in outcomes { try outcome.settle(database) } }
    }
}

extension DeliveryOutcome {
    private static let ofMessage = "message = (SELECT number FROM messages WHERE id = ?)"

    /// Writes the outcome; what another process settled meanwhile stays as it is.
    fileprivate func settle(_ database: Database) throws {
        if let status {
            let previous: Message.Status = status == .sent ? .queued : .sent
            let move = try database.cachedStatement(
                sql: "UPDATE messages SET status = ?1 WHERE id = ?2 AND (status = ?3 OR ?1 = 'failed' AND status = 'queued')"
            )
            try move.execute(arguments: [status.rawValue, message.description, previous.rawValue])
            guard database.changesCount == 1 else { return }
        }
        guard let dueAt else {
            let delete = try database.cachedStatement(sql: "DELETE FROM deliveries WHERE \(Self.ofMessage)")
            return try delete.execute(arguments: [message.description])
        }
        // After a step that was done, the next one has all attempts.
        let put = try database.cachedStatement(
            sql: "UPDATE deliveries SET due_at = ?, attempts = CASE WHEN ? THEN 0 ELSE attempts END WHERE \(Self.ofMessage)"
        )
        try put.execute(arguments: [dueAt.milliseconds, status != nil, message.description])
    }
}
