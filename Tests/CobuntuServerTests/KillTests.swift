import CharterRuntime
import CharterServer
import CharterSQLite
import CobuntuAPIClient
import CobuntuModels
import Foundation
import GRDB
import RunningPrograms
import Testing

@Suite("A server that is killed")
struct KillTests {
    private static let recipients = 1_000

    @Test("while a broadcast goes to 1,000 members: once it runs again, each has it exactly once")
    func broadcast() async throws {
        try await withFolder { folder in
            let path = folder.appending(path: "cobuntu.sqlite").path
            #expect(try await CobuntuProcess.run(["seed", "--database", path]).status == 0)
            let database = try DatabaseQueue(path: path)
            let (tag, segment) = ("my-community", try #require(UniqueID("27c21f88-a177-4053-8f7c-e5d4d4f30af9")))
            try addMembers(to: segment, of: tag, in: database)
            let created = try await CobuntuProcess.run(
                ["keys", "create", "--database", path, "--tenant", tag, "--kind", "secret", "--scope", "WRITE_BROADCASTS"]
            )
            let key = try SecretKey(created.output.trimmingCharacters(in: .newlines))

            let spool = folder.appending(path: "spool")
            let identifier = folder.appending(path: "identifier")
            let serve = ["serve", "--database", path, "--port", "0"]
            var killed = killing(identifier, atMails: 120, in: spool)
            var server = try await CobuntuProcess.begin(serve, identifierFile: identifier)
            let client = CobuntuClient(key: key, baseURL: try await server.firstLine)
            let new = BroadcastCreate(segmentId: segment, subject: "The river is ours", text: "We signed this morning.")
            let broadcast = try await client.sendBroadcast(tag: tag, body: new)
            #expect(broadcast.recipientCount == Self.recipients)
            // In the midst of what is struck off at once, each time.
            for next in [385, 730, nil] {
                for await _ in killed {}
                #expect(try await server.ending.signal == SIGKILL)
                #expect(try delivered(database, of: broadcast.id) < Self.recipients)
                try FileManager.default.removeItem(at: identifier)
                if let next { killed = killing(identifier, atMails: next, in: spool) }
                server = try await CobuntuProcess.begin(serve, identifierFile: identifier)
            }
            _ = try await server.firstLine
            try await wait { try delivered(database, of: broadcast.id) == Self.recipients }
            server.terminate()
            #expect(try await server.ending.status == 0)

            let expected = try await database.read { database in
                try String.fetchAll(
                    database,
                    sql: "SELECT user_id || '.eml' FROM segment_members WHERE segment_id = ?",
                    arguments: [segment.description]
                )
            }
            let files = mails(in: spool.appending(path: broadcast.id.description))
            #expect(files.count == Self.recipients)
            #expect(Set(files) == Set(expected))
            let ids = try files.map { name in
                let text = try String(contentsOf: spool.appending(path: "\(broadcast.id)/\(name)"), encoding: .utf8)
                return try #require(text.components(separatedBy: "\r\n").first { $0.hasPrefix("Message-ID:") })
            }
            #expect(Set(ids).count == Self.recipients)
            let sent = try await database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM broadcasts WHERE sent_at IS NOT NULL") }
            #expect(sent == 1)
        }
    }

    private func addMembers(to segment: UniqueID, of tag: String, in database: DatabaseQueue) throws {
        let joined = "2026-01-01T00:00:00.000000000Z"
        try database.write { database in
            try database.execute(sql: "DELETE FROM segment_members WHERE segment_id = ?", arguments: [segment.description])
            for number in 0..<Self.recipients {
                let id = UniqueID().description
                try database.execute(
                    sql: "INSERT INTO people (community, user_id, name, email) VALUES (?, ?, ?, ?)",
                    arguments: [tag, id, "Member \(number)", "member\(number)@example.net"]
                )
                try database.execute(
                    sql: "INSERT INTO memberships (community, user_id, role, is_public, joined_at) VALUES (?, ?, 'member', 0, ?)",
                    arguments: [tag, id, joined]
                )
                try database.execute(
                    sql: "INSERT INTO segment_members (community, segment_id, user_id, joined_at) VALUES (?, ?, ?, ?)",
                    arguments: [tag, segment.description, id, joined]
                )
            }
        }
    }

    /// The files of a spool that are whole.
    private func mails(in folder: URL) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { !$0.hasPrefix(".") }
    }

    private func delivered(_ database: DatabaseQueue, of broadcast: UniqueID) throws -> Int {
        let sql = "SELECT count(*) FROM outbox WHERE broadcast_id = ? AND outcome = 'delivered'"
        return try database.read { try Int.fetchOne($0, sql: sql, arguments: [broadcast.description]) ?? 0 }
    }

    /// Kills a server as soon as so many e-mails lie in the folders of a spool, ten minutes later at most.
    ///
    /// - Parameter identifier: The file in which the server's process identifier stands once it is there.
    /// - Returns: what ends when the server is killed.
    private func killing(_ identifier: URL, atMails count: Int, in spool: URL) -> AsyncStream<Void> {
        let (ending, end) = AsyncStream.makeStream(of: Void.self)
        // A thread of its own that looks from now on: tasks wait for those of all other tests, and then everything would be delivered.
        Thread.detachNewThread {
            for _ in 0..<300_000 {
                let folders = (try? FileManager.default.contentsOfDirectory(at: spool, includingPropertiesForKeys: nil)) ?? []
                if folders.reduce(0, { $0 + mails(in: $1).count }) >= count { break }
                usleep(2_000)
            }
            let text = try? String(contentsOf: identifier, encoding: .utf8)
            if let process = text.flatMap({ pid_t($0.trimmingCharacters(in: .newlines)) }) { kill(process, SIGKILL) }
            end.finish()
        }
        return ending
    }

    /// Waits until something holds, a minute at most.
    private func wait(until holds: () throws -> Bool) async throws {
        for _ in 0..<12_000 {
            if try holds() { return }
            try await Task.sleep(for: .milliseconds(5))
        }
        Issue.record("it did not come to pass within a minute")
    }
}
