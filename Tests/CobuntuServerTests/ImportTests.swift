import CharterRuntime
import CharterServer
import CharterService
import CharterSQLite
import CobuntuModels
import CobuntuServer
import Foundation
import GRDB
import RunningPrograms
import Testing

/// What is brought in by a file.
@Suite("Files of communities")
struct ImportTests {
    @Test("the same file changes nothing, whenever it comes again")
    func same() async throws {
        try await SampleFile.withCommunity { cobuntu, store, clock in
            let before = try await store.contents()
            clock.advance(by: .seconds(86_400))
            let tally = try await cobuntu.bringIn(SampleFile.text())
            #expect(tally.kinds.map(\.written) == Array(repeating: 0, count: 8))
            #expect(tally.kinds.map(\.same) == [1, 2, 1, 1, 1, 1, 1, 1])
            #expect(try await store.contents() == before)
        }
    }

    @Test(
        "what is otherwise is written, and nothing else",
        arguments: [
            ("members", #"[{"email": "A@example.org", "name": "Anna", "role": "owner"}]"#, "people", "name:\"Anna\""),
            ("members", #"[{"email": "A@example.org", "name": "A", "role": "owner"}]"#, "people", "email:\"A@example.org\""),
            ("members", #"[{"email": "a@example.org", "name": "A", "role": "admin"}]"#, "memberships", "role:\"admin\""),
            ("articles", #"[{"slug": "w", "title": "W", "body": "…", "author": {"name": "A"}}]"#, "articles", "published_at:NULL"),
            ("categories", #"[{"slug": "cafes", "name": "Coffee"}]"#, "hotspot_categories", "name:\"Coffee\""),
            (
                "hotspots", #"[{"name": "Mill", "category": "cafes", "location": {"latitude": 1, "longitude": 2}}]"#, "hotspots",
                "latitude:1.0 longitude:2.0"
            ),
            ("segments", #"[{"name": "Friends", "active": false, "pricing": \#(SampleFile.free)}]"#, "segments", "is_active:0"),
        ]
    )
    func changed(list: String, text: String, table: String, value: String) async throws {
        try await SampleFile.withCommunity { cobuntu, store, _ in
            let before = Set(try await store.contents())
            let tally = try await cobuntu.bringIn(SampleFile.text([list: text]))
            #expect(tally.kinds.map(\.written).reduce(0, +) == 1)
            let new = Set(try await store.contents()).subtracting(before)
            #expect(new.count == 1)
            #expect(new.first?.hasPrefix("\(table): ") == true && new.first?.contains(value) == true, "\(new)")
            #expect(Set(try await store.contents()).count == before.count)
        }
    }

    @Test("tiers and variants stand in the order of the file, under the identifiers that they had, and those that it has no more are gone")
    func orders() async throws {
        try await SampleFile.withCommunity { cobuntu, store, _ in
            func tiers() async throws -> [[String]] {
                try await store.read { database in
                    try Row.fetchAll(database, sql: "SELECT name, id FROM tiers ORDER BY position").map { [$0[0], $0[1]] }
                }
            }
            let before = Dictionary(uniqueKeysWithValues: try await tiers().map { ($0[0], $0[1]) })
            let event = try #require(SampleFile.everything["events"])
            let turned = event.replacing(
                #"{"name": "One"}, {"name": "Two", "capacity": 3}, {"name": "Three"}"#,
                with: #"{"name": "Three"}, {"name": "New"}, {"name": "One"}"#
            )
            _ = try await cobuntu.bringIn(SampleFile.text(["events": turned]))
            let after = try await tiers()
            #expect(after.map { $0[0] } == ["Three", "New", "One"])
            #expect(after[0][1] == before["Three"] && after[2][1] == before["One"])
            let product = try #require(SampleFile.everything["products"])
            let swapped = product.replacing("P-1", with: "P-0").replacing("P-2", with: "P-1")
            _ = try await cobuntu.bringIn(SampleFile.text(["products": swapped]))
            let skus = try await store.read { try String.fetchAll($0, sql: "SELECT sku FROM product_variants ORDER BY position") }
            #expect(skus == ["P-0", "P-1"])
        }
    }

    @Test("tiers in which there are RSVPs stay, with the places that are taken")
    func takenPlaces() async throws {
        try await SampleFile.withCommunity { cobuntu, store, clock in
            let ids = try await store.read { database in
                try String.fetchAll(database, sql: "SELECT id FROM tiers ORDER BY position")
                    + String.fetchAll(database, sql: "SELECT user_id FROM people ORDER BY email")
            }
            try await store.write { database in
                try database.execute(sql: "UPDATE tiers SET taken = 2 WHERE id = ?", arguments: [ids[1]])
                try database.execute(
                    sql:
                        "INSERT INTO rsvps VALUES ('78587825-212b-4de5-9efe-349af2a7441d', 't', 'e', ?, ?, 'confirmed', 2, '{}', '[]', '2026-01-01T00:00:00Z')",
                    arguments: [ids[1], ids[3]]
                )
            }
            let event = try #require(SampleFile.everything["events"])
            func fault(_ old: String, _ new: String) async -> String? {
                let file = SampleFile.text(["events": event.replacing(old, with: new)])
                return await #expect(throws: ImportFaults.self) { try await cobuntu.bringIn(file) }?.description
            }
            #expect(
                await fault(#", "capacity": 3"#, #", "capacity": 1"#)
                    == "events[0].tiers[1].capacity must not be below the 2 places that are taken"
            )
            #expect(
                await fault(#"{"name": "Two", "capacity": 3}, "#, "")?.hasPrefix("events[0].tiers must have the tier 'Two' (id \(ids[1]))")
                    == true
            )
            _ = try await cobuntu.bringIn(SampleFile.text(["events": event.replacing(#", "capacity": 3"#, with: #", "capacity": 2"#)]))
            #expect(try await store.read { try Int.fetchOne($0, sql: "SELECT taken FROM tiers WHERE id = ?", arguments: [ids[1]]) } == 2)
        }
    }

    @Test("what callers of the API named comes back from an export, whatever characters it has")
    func anyCharacters() async throws {
        try await SampleFile.withCommunity { cobuntu, store, _ in
            try await store.write { database in
                for table in ["people", "segments"] {
                    let name = Data("\u{0}N\u{0}é\u{1b}".utf8)
                    try database.execute(sql: "UPDATE \(table) SET name = CAST(? AS TEXT)", arguments: [name])
                }
            }
            let before = try await store.names()
            #expect(before.count == 3 && before.allSatisfy { $0.hasSuffix("004E00C3A91B") }, "\(before)")
            let text = try #require(try await cobuntu.handlers.file(of: "t"))
            #expect(try await cobuntu.bringIn(text).kinds.allSatisfy { $0.written == 0 })
            try await store.write { try $0.execute(sql: "UPDATE people SET name = 'X'; UPDATE segments SET name = 'X'") }
            #expect(try await cobuntu.bringIn(text).kinds.filter { $0.written > 0 }.map(\.name) == ["members", "segments"])
            #expect(try await store.names() == before)
            #expect(try await cobuntu.handlers.file(of: "t") == text)
        }
    }

    @Test("rules have no version that no member could accept")
    func lastRulesVersion() async throws {
        try await SampleFile.withCommunity { cobuntu, store, _ in
            _ = try await cobuntu.bringIn(SampleFile.text(["rulesVersion": "999999"]))
            #expect(try await cobuntu.handlers.publishRules(of: "t") == 1_000_000)
            let text = try #require(try await cobuntu.handlers.file(of: "t"))
            #expect(try await cobuntu.bringIn(text).kinds.allSatisfy { $0.written == 0 })
            let refusal = await #expect(throws: CommandRefusal.self) { try await cobuntu.handlers.publishRules(of: "t") }
            #expect(refusal?.description.contains("last version, 1000000") == true, "\(refusal?.description ?? "")")
            #expect(try await store.read { try Int.fetchOne($0, sql: "SELECT rules_version FROM communities") } == 1_000_000)
        }
    }

    @Test("what an export says of a renamed segment is that segment, and what makes another one is told")
    func renamedSegment() async throws {
        try await SampleFile.withCommunity { cobuntu, store, _ in
            let text = try #require(try await cobuntu.handlers.file(of: "t"))
            func ids() async throws -> [String] {
                try await store.read { try String.fetchAll($0, sql: "SELECT id FROM segments ORDER BY name") }
            }
            let before = try await ids()
            try await store.write { try $0.execute(sql: "UPDATE segments SET name = 'Zest'") }
            #expect(try await cobuntu.bringIn(text).newSegments == [])
            #expect(try await ids() == before)
            try await store.write { try $0.execute(sql: "UPDATE segments SET name = 'Zest'") }
            let made = try await cobuntu.bringIn(SampleFile.text()).newSegments
            #expect(made.map(\.name) == ["Friends"])
            #expect(try await ids() == made.map(\.id.description) + before)
        }
    }

    @Test("the version of the rules only rises")
    func rulesVersion() async throws {
        try await SampleFile.withCommunity { cobuntu, store, _ in
            _ = try await cobuntu.bringIn(SampleFile.text(["rulesVersion": "3"]))
            _ = try await cobuntu.bringIn(SampleFile.text())
            #expect(try await store.read { try Int.fetchOne($0, sql: "SELECT rules_version FROM communities") } == 3)
            let faults = await #expect(throws: ImportFaults.self) { try await cobuntu.bringIn(SampleFile.text(["rulesVersion": "2"])) }
            #expect(faults?.description == "rulesVersion must not be below 3, which is in force: leave it out")
        }
    }
}
