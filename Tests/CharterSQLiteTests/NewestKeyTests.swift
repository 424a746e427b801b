import CharterRuntime
import CharterServer
import CharterSQLite
import Testing

@Suite("Keys in SQLite, the newest first")
struct NewestKeyTests {
    private let folder: TemporaryFolder
    private let store: SQLiteStore

    init() throws {
        folder = try TemporaryFolder()
        store = try folder.store()
    }

    @Test("come part by part, each key once, whatever comes meanwhile", arguments: [1, 2, 3, 10])
    func parts(_ size: Int) async throws {
        for number in 0..<7 {
            // Several of one instant.
            try await insert("k\(number)", "acme", at: Timestamp(secondsSinceEpoch: 1_777_630_998, nanoseconds: Int32(number / 3)))
        }
        try await insert("foreign", "birch", at: Timestamp(secondsSinceEpoch: 1_777_630_998))
        try await insert("nobody's", nil, at: Timestamp(secondsSinceEpoch: 1_777_630_998))
        try await insert("of unknown time", "acme", at: nil)
        var found: [String] = []
        var last: (createdAt: Timestamp, id: String)?
        while true {
            let part = try await store.newestKeys(of: "acme", before: last, atMost: size)
            #expect(part.count <= size)
            found += part.map(\.id)
            guard let end = part.last, let createdAt = end.createdAt else { break }
            last = (createdAt, end.id)
            try await insert("new \(found.count)", "acme", at: Timestamp(secondsSinceEpoch: 1_777_640_000))
        }
        #expect(found == ["k6", "k5", "k4", "k3", "k2", "k1", "k0"])
        #expect(try await store.newestKeys(of: nil, before: nil, atMost: 5).map(\.id) == ["nobody's"])
    }

    @Test("a name is kept whole, whatever people write")
    func names() async throws {
        var key = StoredKey(id: "k", kind: "secret", scopes: [], tenant: "acme", createdAt: Timestamp(secondsSinceEpoch: 1))
        key.name = "T\u{0}ll 🔑"
        try await store.insert(key, hashed: KeyHash(of: "k"))
        #expect(try await store.key(hashed: KeyHash(of: "k")) == key)
        #expect(try await store.key(id: "k", of: "acme") == key)
        #expect(try await store.keys(of: "acme", OffsetPage(limit: 1, offset: 0)).items == [key])
        #expect(try await store.newestKeys(of: "acme", before: nil, atMost: 1) == [key])
        #expect(try await store.revokeKey(id: "k", of: .tenant("acme"), at: Timestamp(secondsSinceEpoch: 2))?.name == key.name)
    }

    private func insert(_ id: String, _ tenant: String?, at instant: Timestamp?) async throws {
        let key = StoredKey(id: id, kind: "secret", scopes: [], tenant: tenant, createdAt: instant)
        try await store.insert(key, hashed: KeyHash(of: id))
    }
}
