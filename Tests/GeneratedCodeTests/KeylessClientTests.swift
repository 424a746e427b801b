import CharterClient
import CharterRuntime
import HTTPTypes
import OdditiesAPIClient
import OdditiesModels
import Testing

/// A client that presents no key.
@Suite("A client without a key")
struct KeylessClientTests {
    private let transport: WatchedTransport

    init() throws {
        transport = WatchedTransport(try OdditiesServer().transport)
    }

    @Test("calls what is open to anyone")
    func open() async throws {
        let anyone = OdditiesClient(baseURL: OdditiesServer.baseURL, transport: transport)
        #expect(try await anyone.publicThings().map(\.name) == ["Odd"])
        #expect(try await anyone.openThings() == "anyone")
        #expect(await transport.requests.allSatisfy { $0.headerFields[text: "X-Odd-Token"] == nil })
    }

    @Test("is not needed where there is a key, which is shown to whoever looks at it")
    func key() async throws {
        let reader = OdditiesClient(key: try ReaderKey("r_key0"), baseURL: OdditiesServer.baseURL, transport: transport)
        #expect(try await reader.openThings() == "reader")
        #expect(try await reader.publicThings().count == 1)
    }

    @Test("has nothing else, and a key of another API opens no more")
    func closed() throws {
        let check = try TypeCheck(
            """
            import CharterClient
            import CobuntuAPIClient
            import OdditiesAPIClient
            func look(_ key: CobuntuAPIClient.SecretKey) async throws {
                let client = OdditiesClient()
                _ = try await client.openThings()
                _ = try await client.publicThings()
                _ = try await client.markThings(oddNumbers: [1], oddKinds: [.plain])
                _ = try await client.readApp()
                _ = OdditiesClient(key: key)
            }
            func look<Key: OdditiesKey>(_ client: OdditiesClient<Key>) async throws {
                _ = try await client.publicThings()
            }
            """
        )
        #expect(Set(check.errors.map { String($0.prefix { $0 != ":" }) }) == ["8", "9", "10"], "\(check.errors)")
    }
}
