import CharterRuntime
import CharterServer
import CharterSQLite
import GRDB
import Testing

@Suite("Keys in SQLite")
struct StoredKeyTests {
    private let folder: TemporaryFolder
    private let store: SQLiteStore
    private let noon = Timestamp(secondsSinceEpoch: 1_777_636_800, nanoseconds: 123_456_789)

    init() throws {
        folder = try TemporaryFolder()
        store = try folder.store()
    }

    private func after(_ seconds: Int64) -> Timestamp {
        Timestamp(secondsSinceEpoch: noon.secondsSinceEpoch + seconds, nanoseconds: noon.nanoseconds)
    }

    private func key(_ id: String, tenant: String? = "acme", createdAt: Timestamp? = nil) -> StoredKey {
        StoredKey(id: id, kind: "secret", scopes: ["READ"], tenant: tenant, createdAt: createdAt)
    }

    @Test("are found as they were written, also when the store is opened again")
    func roundTrip() async throws {
        let whole = StoredKey(
            id: "k-\"1\" 'ü'\n 🔑",
            kind: "secret",
            credential: "apiKey",
            displayPrefix: "sk_ab",
            name: "a; DROP TABLE charter_keys --",
            scopes: ["READ", "a \"b\" \\ ,c", "", "\u{0}"],
            roles: CallerRoles(outsideTenants: ["root"], byTenant: ["acme": ["owner", "member"], "ümläut": []]),
            user: "u1",
            tenant: "acme",
            otherTenants: ["b", "c"],
            limits: ["rate": 1, "mails": .max],
            createdAt: noon,
            createdBy: "u0",
            lastUsedAt: after(1),
            revokedAt: after(2),
            expiresAt: after(3)
        )
        let bare = StoredKey(id: "", kind: nil, scopes: [], tenant: nil)
        try await store.insert(whole, hashed: KeyHash(of: "whole"))
        try await store.insert(bare, hashed: KeyHash(of: "bare"))
        try await store.close()
        let reopened = try folder.store()
        #expect(try await reopened.key(hashed: KeyHash(of: "whole")) == whole)
        #expect(try await reopened.key(hashed: KeyHash(of: "bare")) == bare)
        #expect(try await reopened.key(hashed: KeyHash(of: "other")) == nil)
        #expect(try await reopened.key(id: whole.id, of: "acme") == whole)
        #expect(try await reopened.key(id: "", of: nil) == bare)
    }

    @Test("are unique by hash and by identifier")
    func duplicates() async throws {
        try await store.insert(key("k1"), hashed: KeyHash(of: "one"))
        await #expect(throws: DuplicateKey(id: "k2")) { try await store.insert(key("k2"), hashed: KeyHash(of: "one")) }
        await #expect(throws: DuplicateKey(id: "k1")) { try await store.insert(key("k1", tenant: "other"), hashed: KeyHash(of: "two")) }
        #expect(try await store.key(hashed: KeyHash(of: "one")) == key("k1"))
        #expect(try await store.key(hashed: KeyHash(of: "two")) == nil)
    }

    @Test("are taken back for their tenant alone, and at once also for other connections")
    func revocation() async throws {
        let elsewhere = try folder.store()
        try await store.insert(key("k"), hashed: KeyHash(of: "k"))
        try await store.insert(key("n", tenant: nil), hashed: KeyHash(of: "n"))
        #expect(try await elsewhere.key(hashed: KeyHash(of: "k"))?.revokedAt == nil)
        for (id, tenant) in [("k", "other"), ("k", nil), ("n", "acme"), ("x", "acme")] as [(String, String?)] {
            #expect(try await store.revokeKey(id: id, of: tenant.map(KeyOwner.tenant) ?? .nobody, at: noon) == nil)
            #expect(try await store.key(id: id, of: tenant) == nil)
        }
        #expect(try await store.revokeKey(id: "k", of: .tenant("acme"), at: after(5))?.revokedAt == after(5))
        #expect(try await elsewhere.key(hashed: KeyHash(of: "k"))?.revokedAt == after(5))
        #expect(try await store.revokeKey(id: "k", of: .tenant("acme"), at: after(9))?.revokedAt == after(5))
        #expect(try await store.revokeKey(id: "k", of: .tenant("acme"), at: noon)?.revokedAt == noon)
        #expect(try await store.revokeKey(id: "n", of: .nobody, at: noon)?.revokedAt == noon)
    }

    @Test("are taken back whosever they are, where that is asked for", arguments: ["acme", nil] as [String?])
    func revocationOfAnyones(tenant: String?) async throws {
        try await store.insert(key("k", tenant: tenant), hashed: KeyHash(of: "k"))
        #expect(try await store.revokeKey(id: "x", of: .anyone, at: noon) == nil)
        #expect(try await store.revokeKey(id: "k\u{0}", of: .anyone, at: noon) == nil)
        #expect(try await store.key(hashed: KeyHash(of: "k"))?.revokedAt == nil)
        #expect(try await store.revokeKey(id: "k", of: .anyone, at: noon)?.revokedAt == noon)
        #expect(try await store.key(hashed: KeyHash(of: "k"))?.revokedAt == noon)
    }

    @Test("are not found, taken back or written under the beginning of another name")
    func cutOffNames() async throws {
        try await store.insert(key("k"), hashed: KeyHash(of: "k"))
        for (id, tenant) in [("k", "acme\u{0}x"), ("k\u{0}", "acme")] {
            #expect(try await store.key(id: id, of: tenant) == nil)
            #expect(try await store.revokeKey(id: id, of: .tenant(tenant), at: noon) == nil)
            await #expect(throws: UnstorableText.self) { try await store.insert(key(id, tenant: tenant), hashed: KeyHash(of: "other")) }
        }
        #expect(try await store.keys(of: "acme\u{0}x", OffsetPage(limit: 9, offset: 0)).total == 0)
        try await store.noteUse(ofKey: "k\u{0}", at: noon)
        #expect(try await store.key(hashed: KeyHash(of: "k")) == key("k"))
    }

    @Test("are listed as in memory", arguments: [1, 2] as [UInt64])
    func list(seed: UInt64) async throws {
        let memory = InMemoryKeyStore(.ofNothing)
        var generator = SeededGenerator(seed: seed)
        let instants: [Timestamp?] = [nil, noon, after(-10_000_000_000), after(1), Timestamp(secondsSinceEpoch: noon.secondsSinceEpoch)]
        for number in ["a", "B", "b", "ä", "z", "Z", "10", "9", "é", "🔑", "\u{ffff}"].shuffled(using: &generator) {
            let tenant = Bool.random(using: &generator) ? "acme" : nil
            let key = key(number, tenant: tenant, createdAt: instants.randomElement(using: &generator) ?? nil)
            try memory.insert(key, hashed: KeyHash(of: number))
            try await store.insert(key, hashed: KeyHash(of: number))
        }
        for tenant in ["acme", nil, "none"] {
            for page in [OffsetPage(limit: 100, offset: 0), OffsetPage(limit: 2, offset: 1), OffsetPage(limit: 3, offset: 50)] {
                let (expected, listed) = (memory.keys(of: tenant, page), try await store.keys(of: tenant, page))
                #expect(listed.items == expected.items)
                #expect(listed.total == expected.total)
            }
        }
    }

    @Test("remember their latest use")
    func use() async throws {
        try await store.insert(key("k"), hashed: KeyHash(of: "k"))
        for (instant, latest) in [(after(3), after(3)), (noon, after(3)), (after(4), after(4))] {
            try await store.noteUse(ofKey: "k", at: instant)
            #expect(try await store.key(hashed: KeyHash(of: "k"))?.lastUsedAt == latest)
        }
        try await store.noteUse(ofKey: "unknown", at: noon)
    }

    @Test("that are issued in a transaction are there if it is committed", arguments: [false, true])
    func transaction(isKept: Bool) async throws {
        try? await store.withTransaction { transaction in
            try await transaction.insert(key("k"), hashed: KeyHash(of: "k"))
            #expect(try await transaction.key(id: "k", of: "acme") == key("k"))
            #expect(try await transaction.keys(of: "acme", OffsetPage(limit: 9, offset: 0)).total == 1)
            #expect(try await store.key(hashed: KeyHash(of: "k")) == nil)
            if !isKept { throw Failure() }
        }
        #expect(try await store.key(hashed: KeyHash(of: "k")) == (isKept ? key("k") : nil))
    }

    @Test("say in transactions what the store says of checksums", arguments: [false, true])
    func checksums(isSo: Bool) async throws {
        let store = try folder.store(holdsChecksummedKeysOnly: isSo)
        #expect(store.holdsChecksummedKeysOnly == isSo)
        #expect(try await store.withTransaction { $0.holdsChecksummedKeysOnly } == isSo)
    }

    @Test(
        "that are damaged are an error",
        arguments: [
            ("grants", ""), ("grants", "{"), ("grants", "[]"), ("grants", "{}"), ("grants", #"{"scopes":[1]}"#),
            ("grants", #"{"scopes":[],"limits":{"a":"b"}}"#), ("revoked_at", "yesterday"), ("expires_at", ""),
        ]
    )
    func damage(column: String, text: String) async throws {
        try await store.insert(key("k"), hashed: KeyHash(of: "k"))
        try await store.write { try $0.execute(sql: "UPDATE charter_keys SET \(column) = ?", arguments: [text]) }
        let damage = DamagedRow(table: "charter_keys", column: column)
        await #expect(throws: damage) { try await store.key(hashed: KeyHash(of: "k")) }
        await #expect(throws: damage) { try await store.key(id: "k", of: "acme") }
        await #expect(throws: damage) { try await store.keys(of: "acme", OffsetPage(limit: 1, offset: 0)) }
    }
}
