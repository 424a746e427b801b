import CharterRuntime
import CharterServer
import HTTPTypes
import Testing

@Suite("The text of a key")
struct KeySecrecyTests {
    private let api = APIDescription.keys()
    private let store = InMemoryKeyStore(.keys())

    @Test("stands in no description, reflection or dump of what knows it")
    func descriptions() async throws {
        let made = try KeyMaker(api).key(kind: "secret")
        let issued = try await KeyIssuer(api).issue(.init(kind: "secret", scopes: ["READ"], tenant: "a"), in: store)
        for (text, shown) in [(made.text, texts(of: made)), (issued.text, texts(of: issued)), (issued.text, texts(of: store))] {
            let hidden = text.dropFirst("sk_".count + 8)
            for shown in shown { #expect(!shown.contains(hidden)) }
        }
        #expect("\(made)" == "\(made.displayPrefix)…")
        #expect(texts(of: issued).allSatisfy { $0.contains(issued.stored.displayPrefix) })
    }

    @Test("cannot be told from the hash of it, which is shown nowhere either")
    func hashes() throws {
        let hash = KeyHash(of: "sk_x")
        let bytes = hash.bytes.map(String.init)
        for text in texts(of: hash) + texts(of: ["hash": hash]) {
            #expect(!text.contains(bytes.joined(separator: ", ")) && !text.contains("bytes"))
        }
        let secret = ServerSecret(bytes: Array(repeating: 173, count: 32))
        for text in texts(of: secret) { #expect(!text.contains("173") && !text.contains("key")) }
    }

    @Test("is compared by its hash, all of it whatever the first difference")
    func comparison() throws {
        let hash = KeyHash(of: "sk_x")
        #expect(KeyHash(bytes: hash.bytes) == hash)
        for place in 0..<32 {
            for bit in 0..<8 {
                var bytes = hash.bytes
                bytes[place] ^= 1 << bit
                #expect(KeyHash(bytes: bytes) != hash)
            }
        }
    }

    @Test("is in no entry of the log, wherever a request has it and whatever the error says")
    func logs() async throws {
        let key = try await KeyIssuer(api).issue(.init(kind: "secret", scopes: ["READ"], tenant: "a"), in: store)
        let api = APIDescription.keys {
            $0.endpoints.append(
                .keys("getThing", .get, "/things/:id", auth: .one("apiKey"), scope: "READ", kinds: ["secret"]) { endpoint in
                    endpoint.pathParameters = [.init(name: "id", schema: .string(), isRequired: true)]
                }
            )
        }
        let server = KeysServer(api, store, failingWith: TellingFault(key: key.text))
        #expect(try await server.send(.get, "/things/\(key.text)", key: key.text).status == 500)
        #expect(try await server.send(.get, "/things/x?api_key=\(key.text)").status == 500)
        // Each request has an entry, and so has each failure.
        #expect(server.log.entries.count == 4)
        for entry in server.log.entries {
            #expect(!entry.contains(key.text.dropFirst(3)))
            #expect(entry.hasPrefix("info") || entry.contains("sk_[redacted]") && entry.contains("TellingFault"))
        }
        for fault in [KeyFault.wrongPrefix(id: "k", expected: "sk_"), .alreadyAdded(id: "k")] { #expect("\(fault)".contains("'k'")) }
    }

    private struct TellingFault: Error {
        let key: String
    }

    private func texts(of value: some Any) -> [String] {
        var dumped = ""
        dump(value, to: &dumped)
        return ["\(value)", String(reflecting: value), dumped]
    }
}
