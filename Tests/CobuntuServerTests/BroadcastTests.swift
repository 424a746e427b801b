import CharterClient
import CharterRuntime
import CharterServer
import CharterService
import CharterSQLite
import CobuntuAPIClient
import CobuntuModels
import CobuntuServer
import Foundation
import GRDB
import Testing

@Suite("Broadcasts over a socket")
struct BroadcastTests {
    @Test("a broadcast goes to everyone in the segment, once, as an e-mail in the spool")
    func deliver() async throws {
        try await RunningCobuntu.run { cobuntu in
            let client = try cobuntu.secret("WRITE_BROADCASTS")
            let new = BroadcastCreate(
                segmentId: try cobuntu.segment,
                subject: "The river is ours: é \(String(repeating: "long ", count: 20))",
                text: "We signed\u{0}this morning.",
                html: "<p>We signed this morning.</p>",
                replyTo: "hello@my-community.example.com"
            )
            let broadcast = try await client.sendBroadcast(tag: cobuntu.tag, body: new)
            #expect(broadcast.status == .queued)
            #expect(broadcast.recipientCount == 24)
            try await cobuntu.waitUntilSent(broadcast.id)
            let folder = cobuntu.folder.appending(path: "spool/\(broadcast.id)")
            let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            let members = try await cobuntu.database.read { database in
                let sql = "SELECT user_id || '.eml' FROM segment_members WHERE segment_id = ? ORDER BY 1"
                return try String.fetchAll(database, sql: sql, arguments: [new.segmentId.description])
            }
            #expect(files == members)
            let mail = try String(contentsOf: folder.appending(path: files[0]), encoding: .utf8)
            let lines = mail.components(separatedBy: "\r\n")
            // Two identifiers need more than the 78 characters that a line should have.
            #expect(lines.allSatisfy { $0.utf8.count <= 78 || $0.hasPrefix("Message-ID: ") })
            #expect(lines.allSatisfy { $0.utf8.allSatisfy { (0x20...0x7e).contains($0) } })
            #expect(lines.contains("Reply-To: <hello@my-community.example.com>"))
            #expect(mail.contains(Data(new.text.utf8).base64EncodedString()))
            #expect(mail.contains("Content-Type: text/html"))
        }
    }

    @Test("an e-mail that cannot be read keeps no other waiting")
    func damaged() async throws {
        try await withFolder { folder in
            let store = try SQLiteStore(path: folder.appending(path: "cobuntu.sqlite").path) { Cobuntu.registerMigrations(in: &$0) }
            let clock = AdjustableClock(at: Timestamp(secondsSinceEpoch: 1_777_593_600))
            let cobuntu = try Cobuntu(ServiceResources(store: store, clock: clock, folder: folder.path))
            let sample = try await cobuntu.seed(at: clock.now)
            let segment = try #require(UniqueID(sample.parameters["my-community"]?["submitSegmentForm"]?["id"] ?? ""))
            let new = BroadcastCreate(segmentId: segment, subject: "Hello", text: "Hello")
            _ = try await cobuntu.handlers.sendBroadcast(new, in: "my-community", by: "test")
            try await store.write { database in
                try database.execute(sql: "UPDATE outbox SET user_id = '?' WHERE number = (SELECT min(number) FROM outbox)")
            }
            let tally = try await cobuntu.deliver()
            #expect((tally.delivered, tally.refused, tally.postponed) == (23, 0, 1))
            #expect(try await cobuntu.deliver().postponed == 0)
            try await store.close()
        }
    }

    @Test("what became of e-mails is forgotten after thirty days, and what is still to go out is not")
    func forgotten() async throws {
        try await withFolder { folder in
            let store = try SQLiteStore(path: folder.appending(path: "cobuntu.sqlite").path) { Cobuntu.registerMigrations(in: &$0) }
            let clock = AdjustableClock(at: Timestamp(secondsSinceEpoch: 1_777_593_600))
            let cobuntu = try Cobuntu(ServiceResources(store: store, clock: clock, folder: folder.path))
            let sample = try await cobuntu.seed(at: clock.now)
            let segment = try #require(UniqueID(sample.parameters["my-community"]?["submitSegmentForm"]?["id"] ?? ""))
            let new = BroadcastCreate(segmentId: segment, subject: "Hello", text: "Hello")
            func send() async throws { _ = try await cobuntu.handlers.sendBroadcast(new, in: "my-community", by: "test") }
            func mails() async throws -> Int { try await store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM outbox") ?? 0 } }
            func upkeep() async throws { for store in cobuntu.forgetting { try await store.forgetEnded(by: clock) } }
            try await send()
            _ = try await cobuntu.deliver()
            try await send()
            clock.advance(by: .seconds(30 * 86_400))
            try await upkeep()
            #expect(try await mails() == 48)
            clock.advance(by: .seconds(1))
            try await upkeep()
            #expect(try await mails() == 24)
            #expect(try await store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM broadcasts") } == 2)
            try await store.close()
        }
    }

    @Test("five a day, those of the admin side among them; a refused or failed one uses none")
    func quota() async throws {
        try await RunningCobuntu.run { cobuntu in
            let (tag, segment, client) = (cobuntu.tag, try cobuntu.segment, try cobuntu.secret("WRITE_BROADCASTS"))
            let new = BroadcastCreate(segmentId: segment, subject: "Hello", text: "Hello")
            func send(_ segment: UniqueID? = nil) async -> String? {
                var body = new
                body.segmentId = segment ?? new.segmentId
                return await refusal { () throws(ClientError) in try await client.sendBroadcast(tag: tag, body: body) }
            }
            let founders = try await cobuntu.database.read {
                try String.fetchOne($0, sql: "SELECT id FROM segments WHERE name = 'Founders' AND community = ?", arguments: [tag])
            }
            let empty = try #require(founders.flatMap { UniqueID($0) })
            for _ in 0..<3 {
                #expect(await send(empty) == "409 segment-empty")
                #expect(await send(UniqueID()) == "422 segment-unknown")
            }
            for _ in 0..<3 { #expect(await send() == nil) }

            let store = try SQLiteStore(path: cobuntu.databasePath)
            let admin = CobuntuService(store)
            for _ in 0..<2 { _ = try await admin.sendBroadcast(new, in: tag, by: "tests") }
            await #expect { try await admin.sendBroadcast(new, in: tag, by: "tests") } throws: { ($0 as? Refusal)?.status == 429 }
            #expect(await send() == "429 quota-exceeded")
            try await store.close()
            // Another community has five of its own.
            let other = try cobuntu.secret("WRITE_BROADCASTS", of: cobuntu.otherTag)
            var body = new
            body.segmentId = try cobuntu.id("id", of: CobuntuEndpoints.submitSegmentForm, in: cobuntu.otherTag)
            #expect(await refusal { () throws(ClientError) in try await other.sendBroadcast(tag: cobuntu.otherTag, body: body) } == nil)

            try await cobuntu.advance(bySeconds: 86_400)
            #expect(await send() == nil)
            #expect(try cobuntu.count("SELECT count(*) FROM broadcasts WHERE community = ?", [tag]) == 6)
        }
    }
}

extension Cobuntu {
    /// Delivers what is due, once it is the turn of this: a process that another test begins holds the file of the turn until it is the other program.
    fileprivate func deliver() async throws -> DeliveryTally {
        while true {
            if let tally = try await delivery.deliverOnce() { return tally }
            try await Task.sleep(for: .milliseconds(5))
        }
    }
}

extension RunningCobuntu {
    /// Waits until every e-mail of a broadcast has gone out, half a minute at most.
    func waitUntilSent(_ broadcast: UniqueID) async throws {
        for _ in 0..<300 {
            let sql = "SELECT count(*) FROM broadcasts WHERE id = ? AND sent_at IS NOT NULL"
            if try count(sql, [broadcast.description]) == 1 { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        Issue.record("the broadcast was not sent within 30 seconds")
    }
}
