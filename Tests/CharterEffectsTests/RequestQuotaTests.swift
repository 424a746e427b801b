import CharterRuntime
import CharterServer
import CharterServerTesting
import HTTPTypes
import Hummingbird
import Testing

/// Quotas that count requests, of endpoints whose calls can be repeated.
@Suite("A quota of requests at an endpoint with idempotency")
struct RequestQuotaTests {
    private typealias Stage = APIDescription.RequestRules.Stage

    /// Answers writing calls of some keys, one after the other, where two requests a day pass.
    private func outcomes(_ keys: [String?], quotasFirst: Bool, fails: Bool = false) async throws -> [String] {
        let api = APIDescription.freeNotes().with { api in
            api.limits = [.init(name: "calls", allow: 2, window: .calendar(.day), partition: .tenant, kind: .quota, counts: .requests)]
            api.endpoints[0].limits = ["calls"]
            guard quotasFirst else { return }
            api.requests.order = Stage.allCases.filter { $0 != .idempotency && $0 != .quotas } + [.quotas, .idempotency]
        }
        let clock = AdjustableClock(at: Timestamp(secondsSinceEpoch: 1_777_593_600))
        let store = InMemoryKeyStore(api)
        try store.add("a-robot", id: "a-robot", kind: nil, credential: "key", scopes: [], tenant: "a")
        var routes = APIRoutes(api, keys: store, clock: clock, quotas: InMemoryLimitStore(clock: clock))
        let desk = NoteDesk()
        for endpoint in api.endpoints {
            routes.value(endpoint, { try $0.body() as Note }, payload: { $0 }, in: WatchedEffects(clock: clock)) { note, _, transaction in
                if fails { throw FailedCallTests.Unlucky() }
                return try await desk.write(note, in: transaction)
            }
        }
        let router = Router()
        routes.register(on: router)
        let transport = InProcessTransport(router: router)
        var outcomes: [String] = []
        for key in keys {
            var request = HTTPRequest(method: .post, scheme: "https", authority: "notes.example", path: "/v1/notes")
            request.headerFields = [.contentType: "application/json"]
            for (name, value) in [("X-Key", "a-robot"), ("Once", key)] { HTTPField.Name(name).map { request.headerFields[$0] = value } }
            outcomes.append(NotesReply(try await transport.send(request, body: Array(#"{"text":"milk"}"#.utf8))).outcome)
        }
        return outcomes
    }

    @Test("that stands behind repeated calls counts none of them")
    func behind() async throws {
        let outcomes = try await outcomes(["k1", "k1", "k1", "k2", "k3", "k2", nil], quotasFirst: false)
        #expect(outcomes == ["201", "201 again", "201 again", "201", "429 quota-exceeded", "201 again", "429 quota-exceeded"])
    }

    @Test("that stands before them counts every one")
    func before() async throws {
        let outcomes = try await outcomes(["k1", "k1", "k1", nil], quotasFirst: true)
        #expect(outcomes == ["201", "201 again", "429 quota-exceeded", "429 quota-exceeded"])
    }

    @Test("counts what fails, as it does of other requests, and remembers no refusal")
    func failing() async throws {
        let outcomes = try await outcomes(["k1", "k1", "k1", "k1"], quotasFirst: false, fails: true)
        #expect(outcomes == ["500 internal-error", "500 internal-error", "429 quota-exceeded", "429 quota-exceeded"])
    }
}

extension APIDescription {
    fileprivate func with(_ change: (inout APIDescription) -> Void) -> APIDescription {
        var api = self
        change(&api)
        return api
    }
}
