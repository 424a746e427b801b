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

/// What is brought in by a file, and what keeps it out.
@Suite("Files of communities")
struct ImportTests {
    /// Cobuntu on a database of its own, with a community that has one of everything.
    private func withCommunity(_ body: (Cobuntu, SQLiteStore, AdjustableClock) async throws -> Void) async throws {
        try await withFolder { folder in
            let store = try SQLiteStore(path: folder.appending(path: "cobuntu.sqlite").path) { Cobuntu.registerMigrations(in: &$0) }
            let clock = AdjustableClock(at: Timestamp(secondsSinceEpoch: 1_777_593_600))
            let cobuntu = try Cobuntu(ServiceResources(store: store, clock: clock, folder: folder.path))
            _ = try await cobuntu.bringIn(Self.file())
            try await body(cobuntu, store, clock)
            try await store.close()
        }
    }

    /// A file with other lists than those that every thing has.
    private static func file(_ lists: [String: String] = [:]) -> String {
        let all = everything.merging(lists) { $1 }.sorted { $0.key < $1.key }
        return #"{"tag": "t", "name": "T", "email": "t@example.org""# + all.map { ", \"\($0)\": \($1)" }.joined() + "}"
    }

    private static let everything = [
        "members": #"[{"email": "a@example.org", "name": "A", "role": "owner"}, {"email": "b@example.org", "name": "B"}]"#,
        "events": """
        [{"slug": "e", "title": "E", "format": "online", "startsAt": "2027-01-01T00:00:00Z", "timeZone": "UTC", "published": true,
        "tiers": [{"name": "One"}, {"name": "Two", "capacity": 3}, {"name": "Three"}]}]
        """,
        "articles": #"[{"slug": "w", "title": "W", "body": "…", "author": {"name": "A"}, "publishedAt": "2026-01-01T00:00:00Z"}]"#,
        "products": """
        [{"sku": "P", "name": "P", "published": true, "variants": [
        {"sku": "P-1", "name": "1", "price": {"amount": 5, "currency": "EUR"}, "availability": "inStock"},
        {"sku": "P-2", "name": "2", "price": {"amount": 6, "currency": "EUR"}, "availability": "inStock"}]}]
        """,
        "categories": #"[{"slug": "cafes", "name": "Cafés"}]"#,
        "hotspots": #"[{"name": "Mill", "category": "cafes", "location": {"latitude": 38.7, "longitude": -9.1}}]"#,
        "segments": #"[{"name": "Friends", "pricing": \#(free), "members": ["a@example.org", "B@example.org"]}]"#,
    ]
    private static let free = #"{"price": {"amount": 0, "currency": "EUR"}, "interval": "month", "trialDays": 0}"#

    @Test("the same file changes nothing, whenever it comes again")
    func same() async throws {
        try await withCommunity { cobuntu, store, clock in
            let before = try await store.contents()
            clock.advance(by: .seconds(86_400))
            let tally = try await cobuntu.bringIn(Self.file())
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
            ("segments", #"[{"name": "Friends", "active": false, "pricing": \#(free)}]"#, "segments", "is_active:0"),
        ]
    )
    func changed(list: String, text: String, table: String, value: String) async throws {
        try await withCommunity { cobuntu, store, _ in
            let before = Set(try await store.contents())
            let tally = try await cobuntu.bringIn(Self.file([list: text]))
            #expect(tally.kinds.map(\.written).reduce(0, +) == 1)
            let new = Set(try await store.contents()).subtracting(before)
            #expect(new.count == 1)
            #expect(new.first?.hasPrefix("\(table): ") == true && new.first?.contains(value) == true, "\(new)")
            #expect(Set(try await store.contents()).count == before.count)
        }
    }

    @Test("tiers and variants stand in the order of the file, under the identifiers that they had, and those that it has no more are gone")
    func orders() async throws {
        try await withCommunity { cobuntu, store, _ in
            func tiers() async throws -> [[String]] {
                try await store.read { database in
                    try Row.fetchAll(database, sql: "SELECT name, id FROM tiers ORDER BY position").map { [$0[0], $0[1]] }
                }
            }
            let before = Dictionary(uniqueKeysWithValues: try await tiers().map { ($0[0], $0[1]) })
            let event = try #require(Self.everything["events"])
            let turned = event.replacing(
                #"{"name": "One"}, {"name": "Two", "capacity": 3}, {"name": "Three"}"#,
                with: #"{"name": "Three"}, {"name": "New"}, {"name": "One"}"#
            )
            _ = try await cobuntu.bringIn(Self.file(["events": turned]))
            let after = try await tiers()
            #expect(after.map { $0[0] } == ["Three", "New", "One"])
            #expect(after[0][1] == before["Three"] && after[2][1] == before["One"])
            let product = try #require(Self.everything["products"])
            let swapped = product.replacing("P-1", with: "P-0").replacing("P-2", with: "P-1")
            _ = try await cobuntu.bringIn(Self.file(["products": swapped]))
            let skus = try await store.read { try String.fetchAll($0, sql: "SELECT sku FROM product_variants ORDER BY position") }
            #expect(skus == ["P-0", "P-1"])
        }
    }

    @Test(
        "a fault is told with its place and its mend, and nothing of the file is written",
        arguments: [
            ("members", #"[{"email": "a", "name": "A"}]"#, "members[0].email must be an e-mail address"),
            ("members", #"[{"email": "a@example.org", "nam": "A"}]"#, "members[0].nam is not known here: choose of userId, name, "),
            ("members", #"[{"email": "a@example.org"}]"#, "members[0].name is required"),
            (
                "members", #"[{"email": "a@example.org", "name": "A", "headline": "A\u0000"}]"#,
                "members[0].headline has the character U+0000"
            ),
            ("events", event(#""tiers": [{"name": "A\u0000"}]"#), "events[0].tiers[0].name has the character U+0000"),
            ("members", #"[{"email": "a@example.org", "name": "A", "name": "B"}]"#, "members[0].name stands twice"),
            (
                "members", #"[{"email": "c@example.org", "name": "C"}, {"email": "C@example.org", "name": "C"}]"#,
                "members[1].email is 'c@example.org' as members[0].email is: say each thing once"
            ),
            (
                "members", #"[{"email": "a@example.org", "name": "A", "userId": "11f599a1-13fd-4797-b13a-2d8c2ce352b4"}]"#,
                "members[0].email is the address of "
            ),
            ("events", event(#""endsAt": "2026-01-01T00:00:00Z""#), "events[0].endsAt must not be before 'startsAt'"),
            (
                "events", event(#""tiers": [{"name": "A", "price": {"amount": 0, "currency": "EUR"}}]"#),
                "events[0].tiers[0].price.amount must be above 0: leave 'price' out of a free tier"
            ),
            ("events", event(#""tiers": [{"name": "A"}, {"name": "A"}]"#), "events[0].tiers[1].name is 'A' as events[0].tiers[0].name is"),
            ("events", event(tier: #""kind": "choice""#), "events[0].tiers[0].form.fields[0].options must say what can be chosen"),
            (
                "events", event(tier: #""kind": "text", "options": [{"value": "x", "label": "X"}]"#),
                "events[0].tiers[0].form.fields[0].options must be left out unless"
            ),
            (
                "events", event(tier: #""kind": "choice", "options": [{"value": "x", "label": "X"}, {"value": "x", "label": "Y"}]"#),
                "events[0].tiers[0].form.fields[0].options must not have a value twice"
            ),
            ("products", #"[{"sku": "Q", "name": "Q", "variants": []}]"#, "products[0].variants must have"),
            (
                "products",
                #"[{"sku": "Q", "name": "Q", "variants": [{"sku": "P-1", "name": "1", "price": {"amount": 5, "currency": "EUR"}, "availability": "inStock"}]}]"#,
                "products[0].variants[0].sku is that of a variant of 'P': give it a number of its own"
            ),
            (
                "hotspots", #"[{"name": "Mill", "category": "bars", "location": {"latitude": 1, "longitude": 2}}]"#,
                "hotspots[0].category is no category of the atlas: put 'bars' into 'categories'"
            ),
            (
                "segments", #"[{"name": "New", "pricing": \#(free), "members": ["x@example.org"]}]"#,
                "segments[0].members[0] is no member's address"
            ),
            (
                "segments", #"[{"id": "11f599a1-13fd-4797-b13a-2d8c2ce352b4", "name": "Friends", "pricing": \#(free)}]"#,
                "segments[0].name is the name of the segment "
            ),
            ("rulesVersion", "0", "rulesVersion must be"),
            ("articles", "[", "must have"),
        ]
    )
    func faults(list: String, text: String, message: String) async throws {
        try await withCommunity { cobuntu, store, _ in
            let before = try await store.contents()
            // Something that is in order stands before it.
            var lists = [list: text]
            if list != "members" { lists["members"] = #"[{"email": "new@example.org", "name": "New"}]"# }
            let faults = await #expect(throws: ImportFaults.self) { try await cobuntu.bringIn(Self.file(lists)) }
            #expect(faults?.description.contains(message) == true, "\(faults?.description ?? "")")
            #expect(try await store.contents() == before)
        }
    }

    private static func event(_ more: String) -> String {
        #"[{"slug": "new", "title": "E", "format": "online", "startsAt": "2027-01-01T00:00:00Z", "timeZone": "UTC", \#(more)}]"#
    }

    private static func event(tier field: String) -> String {
        event(#""tiers": [{"name": "A", "form": {"title": "F", "fields": [{"key": "k", "label": "L", "required": true, \#(field)}]}}]"#)
    }

    @Test("a person stands in a file once, by the address or by the identifier", arguments: [false, true])
    func onePersonTwice(identifierFirst: Bool) async throws {
        try await withCommunity { cobuntu, store, _ in
            let sql = "SELECT user_id FROM people WHERE email = 'a@example.org'"
            let id = try #require(try await store.read { try String.fetchOne($0, sql: sql) })
            let byAddress = #"{"email": "a@example.org", "name": "A", "role": "owner"}"#
            let byIdentifier = #"{"userId": "\#(id)", "email": "\#(identifierFirst ? "a" : "new")@example.org", "name": "A"}"#
            let members = identifierFirst ? [byIdentifier, byAddress] : [byAddress, byIdentifier]
            let before = try await store.contents()
            let file = Self.file(["members": "[\(members.joined(separator: ", "))]", "segments": "[]"])
            let faults = await #expect(throws: ImportFaults.self) { try await cobuntu.bringIn(file) }
            #expect(faults?.faults.map(\.field) == [identifierFirst ? "members[1].email" : "members[1].userId"])
            #expect(faults?.description.contains("say each thing once") == true, "\(faults?.description ?? "")")
            #expect(try await store.contents() == before)
        }
    }

    @Test("every fault is told at once, in the order of the file")
    func allFaults() async throws {
        try await withCommunity { cobuntu, _, _ in
            let file = Self.file([
                "events": Self.event(#""endsAt": "2026-01-01T00:00:00Z""#),
                "segments": #"[{"name": "S", "pricing": \#(Self.free), "members": ["x@example.org"]}]"#,
            ])
            let faults = await #expect(throws: ImportFaults.self) { try await cobuntu.bringIn(file) }
            #expect(faults?.faults.map(\.field) == ["events[0].endsAt", "segments[0].members[0]"])
        }
    }

    @Test("identifiers of another community name nothing, and nothing of it is changed", arguments: ["segments", "hotspots", "tiers"])
    func isolation(table: String) async throws {
        try await withCommunity { cobuntu, store, _ in
            let id = try #require(try await store.read { try String.fetchOne($0, sql: "SELECT id FROM \(table) ORDER BY id") })
            let before = try await store.contents()
            let lists = [
                "segments": #""segments": [{"id": "\#(id)", "name": "Mine", "pricing": \#(Self.free)}]"#,
                "hotspots": """
                "categories": [{"slug": "cafes", "name": "Mine"}],
                "hotspots": [{"id": "\(id)", "name": "Mine", "category": "cafes", "location": {"latitude": 1, "longitude": 2}}]
                """,
                "tiers": #""events": \#(Self.event(#""tiers": [{"id": "\#(id)", "name": "Mine"}]"#))"#,
            ]
            let file = #"{"tag": "other", "name": "O", "email": "o@example.org", \#(lists[table] ?? "")}"#
            let faults = await #expect(throws: ImportFaults.self) { try await cobuntu.bringIn(file) }
            #expect(faults?.description.contains("leave it out, so that a new one is made") == true, "\(faults?.description ?? "")")
            #expect(try await store.contents() == before)
        }
    }

    @Test("whoever was kicked does not come back by a file")
    func kicked() async throws {
        try await withCommunity { cobuntu, store, clock in
            let sql = "SELECT user_id FROM people WHERE email = 'b@example.org'"
            let user = try #require(UniqueID(try await store.read { try String.fetchOne($0, sql: sql) } ?? ""))
            try await store.write { try $0.execute(sql: "DELETE FROM memberships WHERE user_id = ?", arguments: [user.description]) }
            let faults = await #expect(throws: ImportFaults.self) { try await cobuntu.bringIn(Self.file()) }
            #expect(faults?.faults.map(\.field) == ["members[1]", "segments[0].members[1]"])
            #expect(faults?.description.contains("is a member no longer") == true)
        }
    }

    @Test("tiers in which there are RSVPs stay, with the places that are taken")
    func takenPlaces() async throws {
        try await withCommunity { cobuntu, store, clock in
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
            let event = try #require(Self.everything["events"])
            func fault(_ old: String, _ new: String) async -> String? {
                let file = Self.file(["events": event.replacing(old, with: new)])
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
            _ = try await cobuntu.bringIn(Self.file(["events": event.replacing(#", "capacity": 3"#, with: #", "capacity": 2"#)]))
            #expect(try await store.read { try Int.fetchOne($0, sql: "SELECT taken FROM tiers WHERE id = ?", arguments: [ids[1]]) } == 2)
        }
    }

    @Test("what callers of the API named comes back from an export, whatever characters it has")
    func anyCharacters() async throws {
        try await withCommunity { cobuntu, store, _ in
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
        try await withCommunity { cobuntu, store, _ in
            _ = try await cobuntu.bringIn(Self.file(["rulesVersion": "999999"]))
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
        try await withCommunity { cobuntu, store, _ in
            let text = try #require(try await cobuntu.handlers.file(of: "t"))
            func ids() async throws -> [String] {
                try await store.read { try String.fetchAll($0, sql: "SELECT id FROM segments ORDER BY name") }
            }
            let before = try await ids()
            try await store.write { try $0.execute(sql: "UPDATE segments SET name = 'Zest'") }
            #expect(try await cobuntu.bringIn(text).newSegments == [])
            #expect(try await ids() == before)
            try await store.write { try $0.execute(sql: "UPDATE segments SET name = 'Zest'") }
            let made = try await cobuntu.bringIn(Self.file()).newSegments
            #expect(made.map(\.name) == ["Friends"])
            #expect(try await ids() == made.map(\.id.description) + before)
        }
    }

    @Test("the version of the rules only rises")
    func rulesVersion() async throws {
        try await withCommunity { cobuntu, store, _ in
            _ = try await cobuntu.bringIn(Self.file(["rulesVersion": "3"]))
            _ = try await cobuntu.bringIn(Self.file())
            #expect(try await store.read { try Int.fetchOne($0, sql: "SELECT rules_version FROM communities") } == 3)
            let faults = await #expect(throws: ImportFaults.self) { try await cobuntu.bringIn(Self.file(["rulesVersion": "2"])) }
            #expect(faults?.description == "rulesVersion must not be below 3, which is in force: leave it out")
        }
    }
}

extension Cobuntu {
    /// Brings in the text of a file.
    fileprivate func bringIn(_ text: String) async throws -> ImportTally {
        try await handlers.bringIn(CommunityFile(reading: Array(text.utf8)))
    }
}

extension SQLiteStore {
    /// The names of people and segments, in hexadecimal.
    fileprivate func names() async throws -> [String] {
        try await read { try String.fetchAll($0, sql: "SELECT hex(name) FROM people UNION ALL SELECT hex(name) FROM segments") }
    }

    /// Everything that stands in the database, row by row.
    fileprivate func contents() async throws -> [String] {
        try await read { database in
            let tables = ["communities", "people", "memberships", "events", "tiers", "articles", "products", "product_variants"]
            let rest = ["hotspot_categories", "hotspots", "segments", "segment_members"]
            return try (tables + rest).flatMap { table in
                try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map { row in "\(table): \(row)" }.sorted()
            }
        }
    }
}
