import CharterRuntime
import CharterServer
import Testing

@Suite("Keys")
struct KeyTests {
    private let keys = InMemoryKeyStore(.trial)

    @Test("are found by their hash")
    func found() throws {
        try keys.add("sk_live_x", id: "k", kind: "secret", scopes: ["WRITE"], tenant: "a")
        #expect(keys.key(hashed: KeyHash(of: "sk_live_x")) == StoredKey(id: "k", kind: "secret", scopes: ["WRITE"], tenant: "a"))
        #expect(keys.key(hashed: KeyHash(of: "sk_live_y")) == nil)
    }

    @Test("cannot hold more than their kind may")
    func caps() {
        #expect(throws: InMemoryKeyStore.Fault.scopesAboveCap(["WRITE", "ADMIN"], kind: "publishable")) {
            try keys.add("pk_live_x", id: "k", kind: "publishable", scopes: ["READ", "WRITE", "ADMIN"], tenant: "a")
        }
        #expect(keys.key(hashed: KeyHash(of: "pk_live_x")) == nil)
    }

    @Test("must be of a described kind, prefix and scope")
    func described() {
        #expect(throws: InMemoryKeyStore.Fault.unknownKind("bot", known: ["publishable", "secret"])) {
            try keys.add("sk_live_x", id: "k", kind: "bot", scopes: [], tenant: "a")
        }
        #expect(throws: InMemoryKeyStore.Fault.wrongPrefix(id: "k", expected: "sk_live_")) {
            try keys.add("pk_live_x", id: "k", kind: "secret", scopes: [], tenant: "a")
        }
        #expect(throws: InMemoryKeyStore.Fault.wrongPrefix(id: "k", expected: "sk_live_")) {
            try keys.add("sk_live_", id: "k", kind: "secret", scopes: [], tenant: "a")
        }
        #expect(throws: InMemoryKeyStore.Fault.unknownScopes(["FLY"])) {
            try keys.add("sk_live_x", id: "k", kind: "secret", scopes: ["FLY", "READ"], tenant: "a")
        }
    }

    @Test("are added once")
    func twice() throws {
        try keys.add("sk_live_x", id: "k", kind: "secret", scopes: [], tenant: "a")
        #expect(throws: InMemoryKeyStore.Fault.alreadyAdded(id: "l")) {
            try keys.add("sk_live_x", id: "l", kind: "secret", scopes: ["ADMIN"], tenant: "a")
        }
    }

    @Test("are hashed with SHA-256")
    func hash() {
        // FIPS 180-4's example: SHA-256("abc").
        let bytes: [UInt8] = [
            0xba, 0x78, 0x16, 0xbf, 0x8f, 0x01, 0xcf, 0xea, 0x41, 0x41, 0x40, 0xde, 0x5d, 0xae, 0x22, 0x23, 0xb0, 0x03, 0x61, 0xa3, 0x96,
            0x17, 0x7a, 0x9c, 0xb4, 0x10, 0xff, 0x61, 0xf2, 0x00, 0x15, 0xad,
        ]
        #expect(KeyHash(of: "abc").bytes == bytes)
        #expect(KeyHash(bytes: bytes) == KeyHash(of: "abc"))
        #expect(KeyHash(bytes: Array(bytes.reversed())) != KeyHash(of: "abc"))
        #expect(KeyHash(bytes: Array(bytes.dropLast())) == nil)
    }

    @Test("do not show in descriptions")
    func descriptions() {
        let hash = KeyHash(of: "abc")
        #expect("\(hash) \(String(reflecting: hash))" == "KeyHash KeyHash")
    }
}
