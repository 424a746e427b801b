import CharterClient
import CharterRuntime
import HTTPTypes
import OdditiesAPIClient
import OdditiesModels
import Testing

/// A POST that only searches, read page by page.
@Suite("A search by POST")
struct PagedSearchTests {
    @Test("sends what it looks for with each page")
    func pages() async throws {
        let transport = WatchedTransport(try OdditiesServer().transport)
        let client = OdditiesClient(key: try ReaderKey("r_key0"), baseURL: OdditiesServer.baseURL, transport: transport)
        var found: [UniqueID] = []
        for try await thing in client.searchThings(body: SearchThingsBody(kind: .plain)) { found.append(thing.id) }
        #expect(found == SmallOddities.things.map(\.id))
        let requests = await transport.requests
        #expect(requests.map(\.path) == ["/things/search", "/things/search?skip=5"])
        #expect(requests.allSatisfy { $0.method == .post })
        #expect(await transport.bodies == Array(repeating: #"{"kind":"plain"}"#, count: 2))
        #expect(try await client.searchThings(body: SearchThingsBody(kind: .withQuotes)).first().total == nil)
    }
}
