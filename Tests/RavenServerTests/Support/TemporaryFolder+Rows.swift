import GRDB

extension TemporaryFolder {
    /// What stands in the database, as texts; another process or server may have it open.
    func rows(_ sql: String) throws -> [[String]] {
        var configuration = Configuration()
        configuration.readonly = true
        let database = try DatabaseQueue(path: database, configuration: configuration)
        return try database.read { database in
            try Row.fetchAll(database, sql: sql).map { row in row.databaseValues.map { "\($0)" } }
        }
    }
}

extension TemporaryFolder {
    /// Has every delivery due at once, as if those who took some were long dead.
    func makeDue() async throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        let database = try DatabaseQueue(path: database, configuration: configuration)
        try await database.write { try $0.execute(sql: "UPDATE deliveries SET due_at = 0") }
    }
}
