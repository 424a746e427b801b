import CharterServer
import CharterSQLite
import GRDB

/// *Transactions* of the readme: a handler of a server that sends messages.
struct Transactions {
    func sendMessage(_ input: SendMessage.Input, caller: Caller, in transaction: SQLiteTransaction) async throws -> Message {
        let message = try Message(input.body)
        try await transaction.write { database in try message.insert(database) }
        return message
    }

    /// Stands for what is generated.
    enum SendMessage {
        struct Input: Sendable {
            var body: String
        }
    }

    /// A message as its server keeps it.
    struct Message: Sendable {
        let text: String

        init(_ text: String) throws {
            self.text = text
        }

        func insert(_ database: Database) throws {
            try database.execute(sql: "INSERT INTO messages VALUES (?)", arguments: [text])
        }
    }
}
