import CharterRuntime
import Testing

/// Below which path an API is served.
@Suite("Servers of an API")
struct ServerPathTests {
    @Test("have paths of their own", arguments: [(nil, 404), ("first", 404), ("second", 200)] as [(String?, Int)])
    func paths(server: String?, status: Int) async throws {
        let api = APIDescription.small([.get()]) {
            $0.servers = [.init(name: "first", url: "https://small.example/other"), .init(name: "second", url: "https://small.example/v1")]
        }
        #expect(try await SmallServer(api, server: server).send().status == status)
    }
}
