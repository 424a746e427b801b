import CharterRuntime
import CharterServer
import CharterService
import CharterSQLite
import CobuntuModels
import CobuntuServer
import Foundation
import GRDB
import RunningPrograms

/// A file with one of everything, and a community that it was brought into.
enum SampleFile {
    /// Cobuntu on a database of its own, with a community that has one of everything.
    static func withCommunity(_ body: (Cobuntu, SQLiteStore, AdjustableClock) async throws -> Void) async throws {
        try await withFolder { folder in
            let store = try SQLiteStore(path: folder.appending(path: "cobuntu.sqlite").path) { Cobuntu.registerMigrations(in: &$0) }
            let clock = AdjustableClock(at: Timestamp(secondsSinceEpoch: 1_777_593_600))
            let cobuntu = try Cobuntu(ServiceResources(store: store, clock: clock, folder: folder.path))
            _ = try await cobuntu.bringIn(text())
            try await body(cobuntu, store, clock)
            try await store.close()
        }
    }

    /// A file with other lists than those that every thing has.
    static func text(_ lists: [String: String] = [:]) -> String {
        let all = everything.merging(lists) { $1 }.sorted { $0.key < $1.key }
        return #"{"tag": "t", "name": "T", "email": "t@example.org""# + all.map { ", \"\($0)\": \($1)" }.joined() + "}"
    }

    static let everything = [
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
    static let free = #"{"price": {"amount": 0, "currency": "EUR"}, "interval": "month", "trialDays": 0}"#
}

extension Cobuntu {
    /// Brings in the text of a file.
    func bringIn(_ text: String) async throws -> ImportTally {
        try await handlers.bringIn(CommunityFile(reading: Array(text.utf8)))
    }
}

extension SQLiteStore {
    /// The names of people and segments, in hexadecimal.
    func names() async throws -> [String] {
        try await read { try String.fetchAll($0, sql: "SELECT hex(name) FROM people UNION ALL SELECT hex(name) FROM segments") }
    }

    /// Everything that stands in the database, row by row.
    func contents() async throws -> [String] {
        try await read { database in
            let tables = ["communities", "people", "memberships", "events", "tiers", "articles", "products", "product_variants"]
            let rest = ["hotspot_categories", "hotspots", "segments", "segment_members"]
            return try (tables + rest).flatMap { table in
                try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map { row in "\(table): \(row)" }.sorted()
            }
        }
    }
}
