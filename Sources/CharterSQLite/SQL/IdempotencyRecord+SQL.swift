import CharterServer
import Foundation
import GRDB

extension IdempotencyRecord {
    /// What is remembered of a call, or nil.
    static func find(_ database: Database, of call: CallID) throws -> IdempotencyRecord? {
        let statement = try database.cachedStatement(sql: "SELECT payload, answer, ends_at FROM charter_calls WHERE call = ?")
        guard let row = try Row.fetchOne(statement, arguments: [Data(call.bytes)]) else { return nil }
        var columns = ColumnReader(row, of: "charter_calls")
        return try IdempotencyRecord(call: call, payload: columns.bytes(), answer: columns.bytes(), endsAt: columns.instant())
    }

    /// Remembers the call, in place of what was remembered of it.
    func keep(_ database: Database) throws {
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO charter_calls (call, payload, answer, ends_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (call) DO UPDATE SET payload = excluded.payload, answer = excluded.answer, ends_at = excluded.ends_at
                """
        )
        try statement.execute(arguments: [Data(call.bytes), Data(payload), Data(answer), endsAt?.storedText])
    }

    /// Deletes calls whose time is over by an instant, at most so many.
    ///
    /// - Returns: How many.
    static func forget(_ database: Database, endedBy instant: String, atMost limit: Int) throws -> Int {
        let statement = try database.cachedStatement(
            sql: """
                DELETE FROM charter_calls WHERE call IN (SELECT call FROM charter_calls WHERE ends_at <= ? ORDER BY ends_at LIMIT ?)
                """
        )
        try statement.execute(arguments: [instant, limit])
        return database.changesCount
    }
}
