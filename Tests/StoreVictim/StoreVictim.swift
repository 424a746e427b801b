import CharterRuntime
import CharterServer
import CharterSQLite
import Foundation
import GRDB

/// Writes into a store until it is killed or has done enough.
///
///     StoreVictim DATABASE calls FIRST LAST [POINT CALL]
///     StoreVictim DATABASE requests FIRST LAST [POINT CALL]
///     StoreVictim DATABASE additions NUMBER
///
/// `calls` makes calls by their numbers, each in a transaction: an effect, the record of the call, and its quota. It says each point that it comes to, and kills
/// itself at POINT of CALL. `requests` makes them of a server with generated routes. `additions` adds 1 to a number that it read before.
@main
struct StoreVictim {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 4, let number = Int(arguments[3]) else { fatalError("usage: see StoreVictim.swift") }
        let store = try SQLiteStore(path: arguments[1]) { migrator in
            migrator.registerMigration("effects") { database in
                // No number is unique: a call that is done twice must show.
                try database.execute(sql: "CREATE TABLE effects (call INTEGER NOT NULL) STRICT")
                try database.execute(sql: "CREATE TABLE messages (call INTEGER NOT NULL, id TEXT NOT NULL) STRICT")
                try database.execute(sql: "CREATE TABLE sums (sum INTEGER NOT NULL) STRICT; INSERT INTO sums VALUES (0)")
            }
        }
        switch arguments[2] {
        case "additions": try await add(number, in: store)
        default:
            guard arguments.count >= 5, let last = Int(arguments[4]) else { fatalError("usage: see StoreVictim.swift") }
            let end = arguments.count >= 7 ? arguments[5...6].joined(separator: " ") : nil
            let server = arguments[2] == "requests" ? try VictimServer(store, end: end) : nil
            for call in number...max(number, last) {
                if let server { try await server.send(call) } else { try await VictimCall(number: call, end: end).run(in: store) }
            }
        }
    }

    private static func add(_ number: Int, in store: SQLiteStore) async throws {
        for _ in 0..<number {
            try await store.withTransaction { transaction in
                let sum = try await transaction.read { try Int.fetchOne($0, sql: "SELECT sum FROM sums") ?? 0 }
                await Task.yield()
                try await transaction.write { try $0.execute(sql: "UPDATE sums SET sum = ?", arguments: [sum + 1]) }
            }
        }
    }
}
