import ArgumentParser
import CharterClient
import CharterRuntime
import CharterService
import CharterSQLite
import CobuntuAPIClient
import CobuntuModels
import CobuntuServer
import Foundation
import GRDB
import RunningPrograms
import Testing

/// How communities come about without the data set.
@Suite("Communities by commands")
struct ImportCommandTests {
    /// The file that the readme shows.
    private static var shownFile: String {
        get throws {
            let readme = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../README.md")
            let text = try String(contentsOf: readme.standardizedFileURL, encoding: .utf8)
            let chapter = try #require(text.components(separatedBy: "\n## ").first { $0.hasPrefix("Cobuntu, running\n") })
            return String(try #require(chapter.firstMatch(of: /```json\n((?:.|\n)*?)```/)).1)
        }
    }

    @Test("the readme's file makes a community on an empty database that is served, called and changed")
    func shown() async throws {
        try await withFolder { folder in
            let database = ["--database", folder.appending(path: "cobuntu.sqlite").path]
            let file = folder.appending(path: "river-house.json")
            let shown = try Self.shownFile
            try Data(shown.utf8).write(to: file)
            let first = try await CobuntuProcess.run(["communities", "import", file.path] + database)
            #expect(first.status == 0, "\(first.errors)")
            #expect(first.lines.count == 4 && first.lines.allSatisfy { $0.hasSuffix("\t1 written\t0 as they were") }, "\(first.output)")
            #expect(first.errors.hasPrefix("note: the segment 'Friends' is new, with the id "), "\(first.errors)")
            let again = try await CobuntuProcess.run(["communities", "import", file.path] + database)
            #expect(again.errors.isEmpty)
            #expect(again.lines.count == 4 && again.lines.allSatisfy { $0.hasSuffix("\t0 written\t1 as they were") }, "\(again.output)")
            let listed = try await CobuntuProcess.run(["communities", "list"] + database)
            #expect(listed.output == "river-house\t1\thello@river-house.example.org\tRiver House\n")

            let made = try await CobuntuProcess.run(
                ["keys", "create", "--kind", "secret", "--tenant", "river-house", "--scope", "ADMIN"] + database
            )
            let server = try await CobuntuProcess.begin(["serve", "--port", "0"] + database)
            let client = CobuntuClient(key: try SecretKey(made.lines.first ?? ""), baseURL: try await server.firstLine)
            let tag = "river-house"
            let member = try #require(try await client.listMembers(tag: tag).first().items.first)
            #expect(member.name == "Joana Pires" && member.role == .owner)
            let tiers = try await client.listEventTiers(tag: tag, slug: "long-table").first().items
            #expect(tiers.map(\.admission) == [.free, .paid])
            #expect(try await client.getTierForm(tag: tag, tierId: tiers[0].id).fields.map(\.key) == ["diet"])
            let wish = RSVPCreate(tierId: tiers[0].id, userId: member.userId)
            #expect(try await client.rsvpToEvent(tag: tag, slug: "long-table", body: wish).status == .confirmed)
            let segment = try #require(try await client.listPublicSegments(tag: tag).first().items.first)
            #expect(segment.memberCount == 1)
            let mail = BroadcastCreate(segmentId: segment.id, subject: "The river is ours", text: "Come and see it.")
            #expect(try await client.sendBroadcast(tag: tag, body: mail).recipientCount == 1)

            try Data(shown.replacing("\"capacity\": 40", with: "\"capacity\": 60").utf8).write(to: file)
            #expect(try await CobuntuProcess.run(["communities", "import", file.path] + database).status == 0)
            let tier = try #require(try await client.listEventTiers(tag: tag, slug: "long-table").first().items.first)
            #expect(tier.id == tiers[0].id && tier.capacity == 60 && tier.remaining == 59)
            try Data(shown.replacing("\"capacity\": 40", with: "\"capacity\": 0").utf8).write(to: file)
            let refused = try await CobuntuProcess.run(["communities", "import", file.path] + database)
            #expect(refused.status == 1)
            let fault =
                "error: \(file.path): events[0].tiers[0].capacity must not be below the 1 places that are taken\nnote: nothing was brought in\n"
            #expect(refused.errors == fault)
            server.terminate()
            #expect(try await server.ending.status == 0)
        }
    }

    @Test("what a service writes waits for a file that is brought in beside it, as long as others of its process may take")
    func foreignWriter() async throws {
        try await withFolder { folder in
            let options = try DatabaseOptions<Cobuntu>.parse(["--database", folder.appending(path: "cobuntu.sqlite").path])
            let store = try options.open().resources.store
            #expect(try await store.write { try Int.fetchOne($0, sql: "PRAGMA busy_timeout") } == 30_000)
            try await store.close()
        }
    }

    @Test("a file that is refused makes no database")
    func refusedFirst() async throws {
        try await withFolder { folder in
            let file = folder.appending(path: "file.json")
            let pricing = #"{"price": {"amount": 0, "currency": "EUR"}, "interval": "month", "trialDays": 0}"#
            let segment = #"{"name": "S", "pricing": \#(pricing), "members": ["x@example.org"]}"#
            try Data(#"{"tag": "t", "name": "T", "email": "t@example.org", "segments": [\#(segment)]}"#.utf8).write(to: file)
            let database = folder.appending(path: "cobuntu.sqlite").path
            let refused = try await CobuntuProcess.run(["communities", "import", file.path, "--database", database])
            #expect(refused.status == 1)
            #expect(refused.errors.contains("segments[0].members[0] is no member's address"), "\(refused.errors)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["file.json"])
        }
    }

    @Test("what is exported makes the same things elsewhere")
    func exported() async throws {
        try await withFolder { folder in
            let (one, other) = (folder.appending(path: "one.sqlite").path, folder.appending(path: "other.sqlite").path)
            #expect(try await CobuntuProcess.run(["seed", "--database", one]).status == 0)
            let exported = try await CobuntuProcess.run(["communities", "export", "my-community", "--database", one])
            #expect(exported.status == 0, "\(exported.errors)")
            let file = folder.appending(path: "file.json")
            try Data(exported.output.utf8).write(to: file)
            #expect(try await CobuntuProcess.run(["communities", "import", file.path, "--database", other]).status == 0)
            let again = try await CobuntuProcess.run(["communities", "export", "my-community", "--database", other])
            #expect(again.output == exported.output)
            // What came about by use, and when, is not in it.
            func things(_ path: String) throws -> [String] {
                let kinds = ["communities", "articles", "events", "hotspot", "memberships", "product"]
                return try DatabaseQueue(path: path).contents().filter { row in
                    kinds.contains { row.hasPrefix($0) } && !row.contains("harbour-kitchen")
                }
            }
            #expect(try things(other) == things(one))
            #expect(try things(one).count > 200)
            // Where it came from, it changes nothing.
            let back = try await CobuntuProcess.run(["communities", "import", file.path, "--database", one])
            #expect(back.lines.count == 8 && back.lines.allSatisfy { $0.contains("\t0 written\t") }, "\(back.output)")
        }
    }

    @Test("published rules must be accepted anew")
    func rules() async throws {
        try await RunningCobuntu.run { cobuntu in
            let (tag, member, client) = (cobuntu.tag, try cobuntu.member, try cobuntu.secret("WRITE_MEMBERS"))
            func accept(_ version: Int) async -> String? {
                let word = RulesAcceptanceCreate(userId: member, version: version)
                return await refusal { () throws(ClientError) in try await client.acceptRules(tag: tag, body: word) }
            }
            #expect(await accept(3) == nil)
            let published = try await CobuntuProcess.run(
                ["rules", "publish", "--community", tag, "--database", cobuntu.databasePath]
            )
            #expect(published.output == "4\n", "\(published.errors)")
            #expect(await accept(3) == "409 rules-outdated")
            #expect(await accept(4) == nil)
        }
    }

    @Test("a community is made once, and is not overwritten by making it again")
    func created() async throws {
        try await withFolder { folder in
            let database = ["--database", folder.appending(path: "cobuntu.sqlite").path]
            let create = ["communities", "create", "--tag", "river-house", "--email", "hello@example.org"] + database
            let made = try await CobuntuProcess.run(create + ["--name", "River"])
            #expect(made.output == "river-house\n", "\(made.errors)")
            #expect(try await CobuntuProcess.run(["rules", "publish", "--community", "river-house"] + database).output == "2\n")
            let again = try await CobuntuProcess.run(create + ["--name", "River House"])
            #expect(again.status == 1 && again.output.isEmpty)
            #expect(again.errors.contains("there is a community 'river-house' already"), "\(again.errors)")
            let listed = try await CobuntuProcess.run(["communities", "list"] + database)
            #expect(listed.output == "river-house\t2\thello@example.org\tRiver\n")
        }
    }

    @Test(
        "what cannot be is refused, with the reason",
        arguments: [
            (["communities", "create", "--tag", "River House", "--name", "x", "--email", "x@example.org"], 2, "--tag must be"),
            (["communities", "create", "--tag", "river", "--name", "x", "--email", "x"], 2, "--email must be"),
            (["communities", "import", "/nowhere.json"], 1, "'/nowhere.json' cannot be read"),
            (["communities", "export", "nowhere"], 1, "there is no community 'nowhere'"),
            (["rules", "publish", "--community", "nowhere"], 1, "there is no community 'nowhere'"),
        ]
    )
    func refused(arguments: [String], status: Int32, reason: String) async throws {
        try await withFolder { folder in
            let path = folder.appending(path: "cobuntu.sqlite").path
            #expect(try await CobuntuProcess.run(["seed", "--database", path]).status == 0)
            let ending = try await CobuntuProcess.run(arguments + ["--database", path])
            #expect(ending.status == status)
            #expect(ending.errors.contains(reason), "\(ending.errors)")
            #expect(ending.output.isEmpty)
        }
    }
}
