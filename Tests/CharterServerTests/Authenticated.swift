import CharterRuntime
import CharterServer
import CharterServerTesting
import HTTPTypes
import Hummingbird

/// The trial API with a store of keys of one's own.
struct Authenticated {
    private let transport: InProcessTransport

    init(store: any KeyStore) {
        var routes = APIRoutes(.trial, keys: store)
        routes.addTrial()
        let router = Router()
        routes.register(on: router)
        transport = InProcessTransport(router: router)
    }

    func outcome(key: String) async throws -> String {
        let request = HTTPRequest(
            method: .get,
            scheme: "https",
            authority: "x",
            path: "/api/v1/communities/a/events/x",
            headerFields: [.apiKey: key]
        )
        return TrialReply(try await transport.send(request, body: [])).outcome
    }
}
