import CharterClient
import CharterRuntime
import HTTPTypes
import OdditiesAPIClient
import OdditiesModels
import Testing

/// Clients that hold several keys, for endpoints that ask for them at once.
@Suite("Several keys at once")
struct CombinedKeyTests {
    private let transport: WatchedTransport

    init() throws {
        transport = WatchedTransport(try OdditiesServer().transport)
    }

    @Test("are all presented where all are asked for")
    func all() async throws {
        #expect(try await client(both()).readMine() == "app for odd")
        #expect(try await client(both()).readEither() == "app for odd")
        let requests = await transport.requests
        #expect(requests.allSatisfy { $0.headerFields[text: "X-Odd-App"] == "app_key0" })
        #expect(requests.allSatisfy { $0.headerFields[text: "Authorization"] == "Bearer \(OdditiesServer.personToken)" })
    }

    @Test("are presented alone where one is enough")
    func one() async throws {
        #expect(try await client(both()).readApp() == "app")
        #expect(try await client(AppKey("app_key0")).readApp() == "app")
        #expect(try await client(WriterKey("w_key1")).readEither() == "writer")
        #expect(await transport.requests.allSatisfy { $0.headerFields[text: "Authorization"] == nil })
    }

    @Test("show none of their texts")
    func redaction() throws {
        let keys = try both()
        var dumped = ""
        dump(keys, to: &dumped)
        for text in ["\(keys)", String(reflecting: keys), dumped] {
            #expect(!text.contains("key0") && !text.contains("c2ln"))
            #expect(text.contains("app_…"))
        }
    }

    @Test("do not compile where one is missing")
    func missing() throws {
        let check = try TypeCheck(
            """
            import OdditiesAPIClient
            func read(_ client: OdditiesClient<AppKeyAndPersonToken>) async throws {
                _ = try await client.readMine() + client.readApp() + client.readEither()
            }
            func read(_ client: OdditiesClient<AppKey>) async throws {
                _ = try await client.readApp()
                _ = try await client.readMine()
            }
            func read(_ client: OdditiesClient<PersonToken>) async throws {
                _ = try await client.readMine()
                _ = try await client.readEither()
            }
            func read(_ key: AppKey, _ other: WriterKey) {
                _ = AppKeyAndPersonToken(appKey: key, personToken: other)
            }
            """
        )
        #expect(check.errors.map { $0.prefix { $0 != ":" } } == ["7", "10", "11", "14"], "\(check.errors)")
    }

    private func both() throws -> AppKeyAndPersonToken {
        try AppKeyAndPersonToken(appKey: AppKey("app_key0"), personToken: PersonToken(OdditiesServer.personToken))
    }

    private func client<Key: OdditiesKey>(_ key: Key) -> OdditiesClient<Key> {
        OdditiesClient(key: key, baseURL: OdditiesServer.baseURL, transport: transport)
    }
}
