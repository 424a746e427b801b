import CharterRuntime
import CharterServer
import HTTPTypes
import Testing

/// What a handler can write into a log by accident.
@Suite("A request that is described or dumped")
struct RequestSecrecyTests {
    @Test("shows nothing of its credential, its body or its header fields")
    func secrets() async throws {
        let api = APIDescription.small([.taking(.any) { $0.auth = .one("key") }]) {
            $0.credentials = [.init(name: "key", place: .header("X-Key"))]
        }
        let server = SmallServer(api) { routes, api in
            routes.answer(api.endpoints[0]) { request in
                var text = "\(request) \(String(reflecting: request)) "
                dump(request, to: &text)
                return JSONValue.string(text)
            }
        }
        try server.keys.add("topsecret", id: "key-1", kind: nil, credential: "key", scopes: [], tenant: nil)
        let fields = [("X-Key", "topsecret"), ("X-Other", "alsosecret")]
        let reply = try await server.send(.post, "/things", .of(fields[0], fields[1]), body: #"{"a":"bodysecret"}"#)
        #expect(reply.status == 200 && !reply.text.contains("secret"))
        #expect(reply.text.contains("createThing") && reply.text.contains("key-1"))
    }
}
