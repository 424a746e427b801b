import CharterRuntime
import CharterServer
import HTTPTypes
import Testing

@Suite("Keys that are issued")
struct KeyIssuerTests {
    private let api = APIDescription.keys()
    private let store = InMemoryKeyStore(.keys())
    private let clock = DrivenClock()

    private var issuer: KeyIssuer { KeyIssuer(api) { [clock] in clock.now } }

    @Test("are kept without their text, and open what they may")
    func issued() async throws {
        var draft = KeyDraft(kind: "secret", name: "Till", scopes: ["WRITE"], roles: ["clerk"], tenant: "a", limits: ["perSecond": 5])
        draft.createdBy = "anna"
        let key = try await issuer.issue(draft, in: store)
        let stored = try #require(store.key(hashed: KeyHash(of: key.text)))
        #expect(stored == key.stored)
        #expect(stored.displayPrefix == key.text.prefix(11) && stored.createdAt == clock.now && stored.createdBy == "anna")
        #expect(stored.name == "Till" && stored.limits == ["perSecond": 5] && stored.lastUsedAt == nil)
        #expect(UniqueID(stored.id) != nil)
        #expect(try await KeysServer(api, store).send(.post, key: key.text).outcome == "200")
    }

    @Test("cannot be given more than their kind may hold")
    func caps() async throws {
        await fails(.scopesAboveCap(["WRITE"], kind: "publishable"), .init(kind: "publishable", scopes: ["READ", "WRITE"], tenant: nil))
        await fails(.unknownScopes(["FLY"]), .init(kind: "secret", scopes: ["FLY"], tenant: nil))
        await fails(.rolesAboveCap(["owner"], credential: "apiKey"), .init(kind: "secret", roles: ["a": ["clerk", "owner"]], tenant: nil))
        await fails(.unknownLimit("perDay"), .init(kind: "secret", tenant: nil, limits: ["perDay": 5]))
        await fails(.limitTooSmall("perSecond"), .init(kind: "secret", tenant: nil, limits: ["perSecond": 0]))
        await fails(.expiresTooSoon(id: "k"), .init(id: "k", kind: "secret", tenant: nil, expiresAt: clock.now))
        await fails(.unknownKind("bot", known: ["publishable", "secret"]), .init(kind: "bot", tenant: nil))
        await fails(.kindMissing(id: "k"), .init(id: "k", kind: nil, tenant: nil))
        #expect(store.keys(of: nil, .init(limit: 10, offset: 0)).total == 0)
    }

    @Test("of a kind that opens every tenant belong to none")
    func everyTenant() async throws {
        let api = APIDescription.keys(with: .init(name: "root", prefix: "root_", use: .serverOnly, holds: .all, opensEveryTenant: true))
        await #expect(throws: KeyFault.tenantForbidden(kind: "root")) {
            _ = try await KeyIssuer(api).issue(.init(kind: "root", tenant: "a"), in: InMemoryKeyStore(api))
        }
        #expect(try await KeyIssuer(api).issue(.init(kind: "root", tenant: nil), in: InMemoryKeyStore(api)).stored.tenant == nil)
    }

    @Test("can do no more than their kind may hold when they are used, whatever the store says")
    func capsAtUse() async throws {
        let text = try KeyMaker(api).key(kind: "publishable").text
        try store.insert(StoredKey(id: "k", kind: "publishable", scopes: ["READ", "WRITE"], tenant: nil), hashed: KeyHash(of: text))
        let server = KeysServer(.keys { $0.endpoints[2].keyKinds = ["publishable", "secret"] }, store)
        #expect(try await server.send(.get, key: text).outcome == "200")
        #expect(try await server.send(.post, key: text).outcome == "403 insufficient-scope")
    }

    @Test("are taken until they are revoked or expire")
    func ends() async throws {
        let server = KeysServer(api, store, clock: clock)
        var end = clock.now
        end.secondsSinceEpoch += 100
        let key = try await issuer.issue(.init(id: "k", kind: "secret", scopes: ["READ"], tenant: "a", expiresAt: end), in: store)
        clock.advance(seconds: 99)
        #expect(try await server.send(key: key.text).outcome == "200")
        clock.advance(seconds: 1)
        #expect(try await server.send(key: key.text).outcome == "401 credential-expired")
        let other = try await issuer.issue(.init(id: "l", kind: "secret", scopes: ["READ"], tenant: "a"), in: store)
        #expect(try await server.send(key: other.text).outcome == "200")
        #expect(store.revokeKey(id: "l", of: .tenant("b"), at: clock.now) == nil)
        #expect(try await server.send(key: other.text).outcome == "200")
        let revokedAt = clock.now
        #expect(store.revokeKey(id: "l", of: .tenant("a"), at: revokedAt)?.revokedAt == revokedAt)
        clock.advance(seconds: 5)
        #expect(store.revokeKey(id: "l", of: .tenant("a"), at: clock.now)?.revokedAt == revokedAt)
        #expect(try await server.send(key: other.text).outcome == "401 credential-revoked")
    }

    @Test("stay revoked where the clock is set back, in every store")
    func revokedForGood() async throws {
        let effects = InMemoryEffects()
        for registry in [store, effects] as [any KeyStore & KeyRegistry] {
            let key = try await issuer.issue(.init(id: "k", kind: "secret", scopes: ["READ"], tenant: "a"), in: registry)
            let clock = DrivenClock()
            let server =
                if registry is InMemoryEffects { KeysServer(api, effects, clock: clock) } else { KeysServer(api, store, clock: clock) }
            #expect(try await server.send(key: key.text).outcome == "200")
            clock.advance(seconds: 3_600)
            _ = try await registry.revokeKey(id: "k", of: .tenant("a"), at: clock.now)
            for seconds in [0, -1, -86_400] as [Int64] {
                clock.advance(seconds: seconds)
                #expect(try await server.send(key: key.text).outcome == "401 credential-revoked")
            }
        }
    }

    @Test("are taken back for the owner who is named, and for anybody where that is asked for")
    func owners() async throws {
        try await issuer.issue(.init(id: "k", kind: "secret", tenant: "a"), in: store)
        try await issuer.issue(.init(id: "n", kind: "secret", tenant: nil), in: store)
        for (id, owner) in [("k", .nobody), ("k", .tenant("b")), ("n", .tenant("a")), ("x", .anyone)] as [(String, KeyOwner)] {
            #expect(store.revokeKey(id: id, of: owner, at: clock.now) == nil)
        }
        #expect(store.key(id: "k", of: "a")?.revokedAt == nil && store.key(id: "n", of: nil)?.revokedAt == nil)
        #expect(store.revokeKey(id: "k", of: .anyone, at: clock.now)?.revokedAt == clock.now)
        #expect(store.revokeKey(id: "n", of: .nobody, at: clock.now)?.revokedAt == clock.now)
    }

    @Test("are listed tenant by tenant, the first made first")
    func listed() async throws {
        for (id, tenant) in [("z", "a"), ("b", "b"), ("y", "a"), ("x", "a")] {
            try await issuer.issue(.init(id: id, kind: "secret", tenant: tenant), in: store)
            if id == "y" { continue }
            clock.advance(seconds: 1)
        }
        try await issuer.adopt("sk_old", .init(id: "w", kind: "secret", tenant: "a"), in: store)
        let page = store.keys(of: "a", .init(limit: 3, offset: 0))
        // The adopted one is of unknown time; x and y were made at once.
        #expect(page.items.map(\.id) == ["w", "z", "x"] && page.total == 4)
        #expect(store.keys(of: "a", .init(limit: 3, offset: 3)).items.map(\.id) == ["y"])
        #expect(store.key(id: "b", of: "b")?.id == "b" && store.key(id: "b", of: "a") == nil)
    }

    @Test("have an identifier of their own")
    func duplicates() async throws {
        try await issuer.issue(.init(id: "k", kind: "secret", tenant: "a"), in: store)
        await #expect(throws: DuplicateKey(id: "k")) { try await issuer.issue(.init(id: "k", kind: "secret", tenant: "b"), in: store) }
        try await issuer.adopt("sk_old", .init(kind: "secret", tenant: "a"), in: store)
        await #expect(throws: DuplicateKey(id: "l")) {
            try await issuer.adopt("sk_old", .init(id: "l", kind: "secret", tenant: "b"), in: store)
        }
    }

    @Test("elsewhere can be taken over, if they are of their kind")
    func adopted() async throws {
        let stored = try await issuer.adopt("sk_from-before", .init(kind: "secret", scopes: ["READ"], tenant: "a"), in: store)
        #expect(stored.displayPrefix == "sk_" && stored.createdAt == nil)
        #expect(try await KeysServer(api, store).send(key: "sk_from-before").outcome == "200")
        await #expect(throws: KeyFault.wrongPrefix(id: "k", expected: "sk_")) {
            try await issuer.adopt("pk_from-before", .init(id: "k", kind: "secret", tenant: "a"), in: store)
        }
        let formed = APIDescription.keys(with: .init(name: "formed", prefix: "fk_", form: "[a-z]{3}", use: .serverOnly, holds: .all))
        await #expect(throws: KeyFault.wrongForm(id: "k", expected: "[a-z]{3}")) {
            try await KeyIssuer(formed).adopt("fk_abcd", .init(id: "k", kind: "formed", tenant: "a"), in: store)
        }
        try await KeyIssuer(formed).adopt("fk_abc", .init(id: "k", kind: "formed", tenant: "a"), in: store)
    }

    private func fails(_ fault: KeyFault, _ draft: KeyDraft) async {
        await #expect(throws: fault) { try await issuer.issue(draft, in: store) }
    }
}
