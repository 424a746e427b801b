import CharterClient
import CharterRuntime
import Testing

/// Which server a client calls that is not told.
@Suite("the server of a client")
struct ServerURLTests {
    private struct LiveKey: APIKey {
        static let credential = "apiKey"
        static let kind = "live"
        static let prefix = "live_"
        let text: String
        init(_ text: String) throws(InvalidKey) { self.text = try InvalidKey.checking(text, prefix: Self.prefix) }
    }

    private struct TestKey: APIKey {
        static let credential = "partner"
        static let kind = "test"
        static let prefix = "test_"
        let text: String
        init(_ text: String) throws(InvalidKey) { self.text = try InvalidKey.checking(text, prefix: Self.prefix) }
    }

    /// Keys of two environments at once.
    private struct BothKeys: KeyRing {
        static let kinds: [any APIKey.Type] = [LiveKey.self, TestKey.self]
        let live: LiveKey
        let test: TestKey
        var keys: [any APIKey] { [live, test] }
    }

    private struct NoKeys: KeyRing {
        static let kinds: [any APIKey.Type] = []
        var keys: [any APIKey] { [] }
    }

    /// A shop with these servers, each of an environment or of none.
    private static func api(_ servers: [(name: String, environment: String?)]) -> APIDescription {
        var api = APIDescription.shop
        api.servers = servers.map { .init(name: $0.name, url: "https://\($0.name).example/v1", environment: $0.environment) }
        api.credentials = [(LiveKey.credential, LiveKey.kind), (TestKey.credential, TestKey.kind)].map { credential, kind in
            .init(
                name: credential,
                place: .header(credential),
                kinds: [.init(name: kind, prefix: kind, use: .serverOnly, holds: .all, environment: kind)]
            )
        }
        return api
    }

    @Test("is the first on which its keys are valid")
    func valid() {
        let api = Self.api([("live", "live"), ("test", "test")])
        #expect(api.serverURL(for: LiveKey.self) == "https://live.example/v1")
        #expect(api.serverURL(for: TestKey.self) == "https://test.example/v1")
        #expect(api.serverURL(for: NoKeys.self) == "https://live.example/v1")
        #expect(Self.api([("live", "live"), ("any", nil)]).serverURL(for: BothKeys.self) == "https://any.example/v1")
    }

    @Test("is none where a key would go to a server for which it was not made")
    func invalid() async {
        #expect(Self.api([("live", "live"), ("test", "test")]).server(for: BothKeys.self) == nil)
        #expect(Self.api([("live", "live")]).server(for: TestKey.self) == nil)
        await #expect(processExitsWith: .failure) {
            _ = ServerURLTests.api([("live", "live"), ("test", "test")]).serverURL(for: BothKeys.self)
        }
    }
}
