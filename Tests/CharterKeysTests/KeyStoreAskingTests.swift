import CharterRuntime
@testable import CharterServer
import Logging
import Synchronization
import Testing

@Suite("What a server asks of its store of keys")
struct KeyStoreAskingTests {
    private let api = APIDescription.keys()
    private let clock = DrivenClock()

    @Test("is nothing for a mistyped key, where all keys have a checksum")
    func checksums() async throws {
        let store = AskedStore(holdsChecksummedKeysOnly: true)
        let server = KeysServer(api, store)
        let key = try await KeyIssuer(api).issue(.init(id: "k", kind: "secret", scopes: ["READ"], tenant: "a"), in: store)
        #expect(try await server.send(key: key.text).outcome == "200")
        #expect(store.lookUps == 1)
        let last = key.text.last == "0" ? "1" : "0"
        #expect(try await server.send(key: String(key.text.dropLast()) + last).outcome == "401 credential-unknown")
        // The prefix is a part of what is checked.
        #expect(try await server.send(key: "pk_" + key.text.dropFirst(3)).outcome == "401 credential-unknown")
        #expect(try await server.send(key: "sk_invented").outcome == "401 credential-unknown")
        #expect(store.lookUps == 1)
        // One that was never issued, but could have been, is looked up.
        #expect(try await server.send(key: try KeyMaker(api).key(kind: "secret").text).outcome == "401 credential-unknown")
        #expect(store.lookUps == 2)
    }

    @Test("is every key, where some have no checksum, or their form leaves no room for one")
    func noChecksums() async throws {
        let mixed = AskedStore(holdsChecksummedKeysOnly: false)
        try await KeyIssuer(api).adopt("sk_old", .init(kind: "secret", scopes: ["READ"], tenant: "a"), in: mixed)
        #expect(try await KeysServer(api, mixed).send(key: "sk_old").outcome == "200")

        var formed = APIDescription.keys(with: .init(name: "formed", prefix: "fk_", form: "[a-f0-9]{40}", use: .serverOnly, holds: .all))
        formed.endpoints[1].keyKinds.append("formed")
        let strict = AskedStore(holdsChecksummedKeysOnly: true)
        let key = try await KeyIssuer(formed).issue(.init(kind: "formed", scopes: ["READ"], tenant: "a"), in: strict)
        #expect(try await KeysServer(formed, strict).send(key: key.text).outcome == "200")
    }

    @Test("is not to keep a key without a checksum, where all have one")
    func adoption() async throws {
        let strict = InMemoryKeyStore(api, holdsChecksummedKeysOnly: true)
        await #expect(throws: KeyFault.checksumMissing(id: "k")) {
            try await KeyIssuer(api).adopt("sk_old", .init(id: "k", kind: "secret", tenant: "a"), in: strict)
        }
        #expect(throws: KeyFault.checksumMissing(id: "k")) { try strict.add("sk_old", id: "k", kind: "secret", scopes: [], tenant: "a") }
        let elsewhere = try KeyMaker(api).key(kind: "secret").text
        try await KeyIssuer(api).adopt(elsewhere, .init(id: "k", kind: "secret", tenant: "a"), in: strict)
    }

    @Test("is to note when a key is used, at most once a minute", .timeLimit(.minutes(5)))
    func uses() async throws {
        let store = AskedStore()
        let server = KeysServer(api, store, clock: clock)
        let key = try await KeyIssuer(api).issue(.init(id: "k", kind: "secret", scopes: ["READ"], tenant: "a"), in: store)
        let other = try await KeyIssuer(api).issue(.init(id: "l", kind: "secret", scopes: ["READ"], tenant: "a"), in: store)
        let first = clock.now
        #expect(try await server.send(key: key.text).outcome == "200")
        #expect(try await server.send(key: other.text).outcome == "200")
        clock.advance(seconds: 59)
        #expect(try await server.send(key: key.text).outcome == "200")
        await store.wait(forUses: 2, ofWhichKeyKAt: first)
        #expect(store.uses.sorted() == ["k", "l"])
        clock.advance(seconds: 1)
        #expect(try await server.send(key: key.text).outcome == "200")
        await store.wait(forUses: 3, ofWhichKeyKAt: clock.now)
        #expect(store.uses.last == "k")
        // Another process finds in the store that it need not say so again.
        #expect(try await KeysServer(api, store, clock: clock).send(key: key.text).outcome == "200")
        #expect(store.uses.count == 3)
    }

    @Test("is to note the use of requests that arrive together once", .timeLimit(.minutes(5)))
    func usesAtOnce() async throws {
        let store = AskedStore()
        let server = KeysServer(api, store, clock: clock)
        let key = try await KeyIssuer(api).issue(.init(id: "k", kind: "secret", scopes: ["READ"], tenant: "a"), in: store)
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<100 { group.addTask { try await server.send(key: key.text).status } }
            for try await status in group { #expect(status == 200) }
        }
        await store.wait(forUses: 1, ofWhichKeyKAt: clock.now)
        #expect(store.uses == ["k"])
    }

    @Test("keeps no request waiting while it notes a use", .timeLimit(.minutes(5)))
    func slowUses() async throws {
        let (turn, continuation) = AsyncStream.makeStream(of: Void.self)
        let store = AskedStore { for await _ in turn {} }
        let key = try await KeyIssuer(api).issue(.init(id: "k", kind: "secret", scopes: ["READ"], tenant: "a"), in: store)
        #expect(try await KeysServer(api, store, clock: clock).send(key: key.text).outcome == "200")
        #expect(store.lastUse(ofKey: "k") == nil)
        continuation.finish()
        await store.wait(forUses: 1, ofWhichKeyKAt: clock.now)
    }

    @Test("is not to note the use of a key that is refused")
    func noUse() async throws {
        let store = AskedStore()
        let key = try await KeyIssuer(api).issue(.init(id: "k", kind: "secret", scopes: ["READ"], tenant: "a"), in: store)
        _ = try await store.revokeKey(id: "k", of: .tenant("a"), at: clock.now)
        #expect(try await KeysServer(api, store, clock: clock).send(key: key.text).outcome == "401 credential-revoked")
        #expect(store.uses.isEmpty)
    }

    @Test("may fail where a use is noted: the request goes on, and the log says why")
    func failingUses() async throws {
        let store = AskedStore(failsToNote: true)
        let key = try await KeyIssuer(api).issue(.init(id: "k", kind: "secret", scopes: ["READ"], tenant: "a"), in: store)
        #expect(try await KeysServer(api, store, clock: clock).send(key: key.text).outcome == "200")
        let log = RecordingLog()
        let uses = KeyUses(logger: Logger(label: "uses") { _ in log })
        await uses.note(key.stored, at: clock.now, in: store)?.value
        #expect(uses.note(key.stored, at: clock.now, in: store) == nil)
        #expect(log.entries.count == 1 && log.entries[0].contains("ReadOnly"))
    }
}

/// A store that says what it was asked.
private final class AskedStore: KeyStore, KeyRegistry {
    struct ReadOnly: Error {}

    let holdsChecksummedKeysOnly: Bool
    private let failsToNote: Bool
    private let keys = InMemoryKeyStore(.keys())
    private let asked = Mutex((lookUps: 0, uses: [String]()))

    private let beforeNoting: (@Sendable () async -> Void)?

    init(holdsChecksummedKeysOnly: Bool = false, failsToNote: Bool = false, beforeNoting: (@Sendable () async -> Void)? = nil) {
        self.holdsChecksummedKeysOnly = holdsChecksummedKeysOnly
        self.failsToNote = failsToNote
        self.beforeNoting = beforeNoting
    }

    var lookUps: Int { asked.withLock { $0.lookUps } }
    var uses: [String] { asked.withLock { $0.uses } }

    /// Waits until so many uses were noted, the last one of the key `k` at an instant.
    func wait(forUses number: Int, ofWhichKeyKAt instant: Timestamp) async {
        while uses.count < number || lastUse(ofKey: "k") != instant { await Task.yield() }
    }

    func lastUse(ofKey id: String) -> Timestamp? { keys.key(id: id, of: "a")?.lastUsedAt }

    func key(hashed hash: KeyHash) async throws -> StoredKey? {
        asked.withLock { $0.lookUps += 1 }
        return keys.key(hashed: hash)
    }

    func noteUse(ofKey id: String, at instant: Timestamp) async throws {
        asked.withLock { $0.uses.append(id) }
        await beforeNoting?()
        // Others come to run while this one is under way.
        await Task.yield()
        if failsToNote { throw ReadOnly() }
        await keys.noteUse(ofKey: id, at: instant)
    }

    func insert(_ key: StoredKey, hashed hash: KeyHash) async throws { try keys.insert(key, hashed: hash) }

    func revokeKey(id: String, of owner: KeyOwner, at instant: Timestamp) async throws -> StoredKey? {
        keys.revokeKey(id: id, of: owner, at: instant)
    }

    func key(id: String, of tenant: String?) async throws -> StoredKey? { keys.key(id: id, of: tenant) }

    func keys(of tenant: String?, _ page: OffsetPage) async throws -> Page<StoredKey> { keys.keys(of: tenant, page) }
}
