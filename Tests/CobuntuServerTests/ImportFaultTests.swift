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

/// What keeps a file out.
@Suite("Faults in files of communities")
struct ImportFaultTests {
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
                "segments", #"[{"name": "New", "pricing": \#(SampleFile.free), "members": ["x@example.org"]}]"#,
                "segments[0].members[0] is no member's address"
            ),
            (
                "segments", #"[{"id": "11f599a1-13fd-4797-b13a-2d8c2ce352b4", "name": "Friends", "pricing": \#(SampleFile.free)}]"#,
                "segments[0].name is the name of the segment "
            ),
            ("rulesVersion", "0", "rulesVersion must be"),
            ("articles", "[", "must have"),
        ]
    )
    func faults(list: String, text: String, message: String) async throws {
        try await SampleFile.withCommunity { cobuntu, store, _ in
            let before = try await store.contents()
            // Something that is in order stands before it.
            var lists = [list: text]
            if list != "members" { lists["members"] = #"[{"email": "new@example.org", "name": "New"}]"# }
            let faults = await #expect(throws: ImportFaults.self) { try await cobuntu.bringIn(SampleFile.text(lists)) }
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
        try await SampleFile.withCommunity { cobuntu, store, _ in
            let sql = "SELECT user_id FROM people WHERE email = 'a@example.org'"
            let id = try #require(try await store.read { try String.fetchOne($0, sql: sql) })
            let byAddress = #"{"email": "a@example.org", "name": "A", "role": "owner"}"#
            let byIdentifier = #"{"userId": "\#(id)", "email": "\#(identifierFirst ? "a" : "new")@example.org", "name": "A"}"#
            let members = identifierFirst ? [byIdentifier, byAddress] : [byAddress, byIdentifier]
            let before = try await store.contents()
            let file = SampleFile.text(["members": "[\(members.joined(separator: ", "))]", "segments": "[]"])
            let faults = await #expect(throws: ImportFaults.self) { try await cobuntu.bringIn(file) }
            #expect(faults?.faults.map(\.field) == [identifierFirst ? "members[1].email" : "members[1].userId"])
            #expect(faults?.description.contains("say each thing once") == true, "\(faults?.description ?? "")")
            #expect(try await store.contents() == before)
        }
    }

    @Test("every fault is told at once, in the order of the file")
    func allFaults() async throws {
        try await SampleFile.withCommunity { cobuntu, _, _ in
            let file = SampleFile.text([
                "events": Self.event(#""endsAt": "2026-01-01T00:00:00Z""#),
                "segments": #"[{"name": "S", "pricing": \#(SampleFile.free), "members": ["x@example.org"]}]"#,
            ])
            let faults = await #expect(throws: ImportFaults.self) { try await cobuntu.bringIn(file) }
            #expect(faults?.faults.map(\.field) == ["events[0].endsAt", "segments[0].members[0]"])
        }
    }

    @Test("identifiers of another community name nothing, and nothing of it is changed", arguments: ["segments", "hotspots", "tiers"])
    func isolation(table: String) async throws {
        try await SampleFile.withCommunity { cobuntu, store, _ in
            let id = try #require(try await store.read { try String.fetchOne($0, sql: "SELECT id FROM \(table) ORDER BY id") })
            let before = try await store.contents()
            let lists = [
                "segments": #""segments": [{"id": "\#(id)", "name": "Mine", "pricing": \#(SampleFile.free)}]"#,
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
        try await SampleFile.withCommunity { cobuntu, store, clock in
            let sql = "SELECT user_id FROM people WHERE email = 'b@example.org'"
            let user = try #require(UniqueID(try await store.read { try String.fetchOne($0, sql: sql) } ?? ""))
            try await store.write { try $0.execute(sql: "DELETE FROM memberships WHERE user_id = ?", arguments: [user.description]) }
            let faults = await #expect(throws: ImportFaults.self) { try await cobuntu.bringIn(SampleFile.text()) }
            #expect(faults?.faults.map(\.field) == ["members[1]", "segments[0].members[1]"])
            #expect(faults?.description.contains("is a member no longer") == true)
        }
    }
}
