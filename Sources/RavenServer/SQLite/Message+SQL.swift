import CharterRuntime
import CharterService
import GRDB
import RavenModels

extension Message {
    /// What ``init(row:)`` reads, in its order.
    static let columns = """
        messages.id, messages.channel, CAST(messages.recipient AS BLOB), CAST(messages.subject AS BLOB), CAST(messages.text AS BLOB),
        messages.status, messages.created_at
        """

    init(_ row: inout RowReader) throws {
        self.init(
            id: try row.id(),
            channel: Channel(rawValue: try row.text()),
            to: try row.text(),
            subject: try row.optionalText(),
            text: try row.text(),
            status: Status(rawValue: try row.text()),
            createdAt: try row.milliseconds()
        )
    }

    /// Writes the message, and that it is to be delivered at once.
    ///
    /// - Returns: Whether there is such a tenant; nothing is written otherwise.
    func insert(_ database: Database, of tenant: String) throws -> Bool {
        guard try write(database, of: tenant) else { return false }
        let delivery = try database.cachedStatement(sql: "INSERT INTO deliveries (message, due_at) VALUES (?, ?)")
        try delivery.execute(arguments: [database.lastInsertedRowID, createdAt.milliseconds])
        return true
    }

    /// Writes the message alone.
    func write(_ database: Database, of tenant: String) throws -> Bool {
        let message = try database.cachedStatement(
            sql: """
                INSERT INTO messages (id, tenant, channel, recipient, subject, text, status, created_at)
                SELECT ?1, number, ?2, CAST(?3 AS TEXT), CAST(?4 AS TEXT), CAST(?5 AS TEXT), ?6, ?7 FROM tenants WHERE slug = ?8
                """
        )
        try message.execute(
            arguments: [
                id.description, channel.rawValue, to.whole, subject?.whole, text.whole, status.rawValue, createdAt.milliseconds, tenant,
            ]
        )
        return database.changesCount == 1
    }
}
