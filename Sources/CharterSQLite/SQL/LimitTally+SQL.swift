import CharterServer
import Foundation
import GRDB

extension LimitTally {
    /// The tally of a count; an empty one for what was never counted.
    static func find(_ database: Database, of count: LimitCount) throws -> LimitTally {
        let statement = try database.cachedStatement(
            sql: "SELECT tally FROM charter_tallies WHERE limit_name = ? AND partition_name = ?"
        )
        let row = try Row.fetchOne(statement, arguments: [count.limit.storedText, count.partition.storedText])
        guard let row else { return LimitTally() }
        var columns = ColumnReader(row, of: "charter_tallies")
        guard let tally = LimitTally(bytes: try columns.bytes()) else { throw columns.damage }
        return tally
    }

    /// Keeps the tally; one in which nothing counts needs no row.
    func keep(_ database: Database, of count: LimitCount) throws {
        guard let endsAt else {
            let statement = try database.cachedStatement(
                sql: "DELETE FROM charter_tallies WHERE limit_name = ? AND partition_name = ?"
            )
            return try statement.execute(arguments: [count.limit.storedText, count.partition.storedText])
        }
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO charter_tallies (limit_name, partition_name, tally, ends_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (limit_name, partition_name) DO UPDATE SET tally = excluded.tally, ends_at = excluded.ends_at
                """
        )
        try statement.execute(arguments: [count.limit.storedText, count.partition.storedText, Data(bytes), endsAt])
    }

    /// Deletes tallies that have ended by an instant, at most so many.
    ///
    /// - Returns: How many.
    static func forget(_ database: Database, endedBy instant: Int64, atMost limit: Int) throws -> Int {
        let statement = try database.cachedStatement(
            sql: """
                DELETE FROM charter_tallies WHERE (limit_name, partition_name) IN (
                    SELECT limit_name, partition_name FROM charter_tallies WHERE ends_at <= ? ORDER BY ends_at LIMIT ?
                )
                """
        )
        try statement.execute(arguments: [instant, limit])
        return database.changesCount
    }
}
