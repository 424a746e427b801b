import CharterRuntime
import CharterServerTesting
import Hummingbird
import Testing

@testable import CharterServer

@Suite("What a contract asks for and a server lacks")
struct MissingPartTests {
    @Test("is nothing where nothing is asked for, or all is given")
    func nothing() {
        #expect(missing(.small([.get()])) == [])
        let needy = APIDescription.small([.get { Self.ask(&$0) }], Self.ask)
        #expect(missing(needy).count == 5)
        let directory = InMemoryTenantDirectory()
        let complete = APIRoutes(
            needy,
            keys: InMemoryKeyStore(needy),
            tokens: InMemoryTokenVerifier(),
            tenants: directory,
            quotas: InMemoryLimitStore()
        )
        #expect(missing(needy, complete, context: AddressedRequestContext.self) == [])
    }

    @Test("is what verifies tokens")
    func tokens() {
        var api = APIDescription.small([.get { $0.auth = .one("person") }], Self.ask)
        api.tenancy = nil
        #expect(missing(api) == ["nothing verifies the tokens of 'person': hand a TokenVerifier to APIRoutes(_:keys:tokens:)"])
        #expect(missing(.small([.get()]) { $0.credentials = api.credentials }) == [])
    }

    @Test("is what knows which tenants are suspended")
    func directory() {
        let api = APIDescription.small([.get { $0.tenancy = .tenant }], Self.ask)
        let expected = "nothing says whether the shop of a request is suspended: hand a TenantDirectory to APIRoutes(_:keys:tenants:)"
        #expect(missing(api) == [expected])
        #expect(missing(.small([.get()], Self.ask)) == [])
        var lenient = api
        lenient.tenancy?.suspendedStatus = nil
        #expect(missing(lenient) == [])
    }

    @Test("is what keeps quotas", arguments: [(["daily"], true), (["perPlan"], false)])
    func quotas(_ limits: [String], _ isMissing: Bool) {
        let text = """
            nothing keeps what is counted for 'daily', which must outlive the process: hand a LimitStore to APIRoutes(_:keys:quotas:)
            """
        #expect(missing(.small([.get { $0.limits = limits }], Self.ask)).contains(text) == isMissing)
    }

    @Test("is what knows the plans of tenants")
    func subscriptions() {
        let api = APIDescription.small([.get { $0.limits = ["perPlan"] }], Self.ask)
        let text = """
            nothing says what a tenant subscribes to, by which the limit 'perPlan' counts: \
            hand a TenantDirectory that has subscription(of:) to APIRoutes(_:keys:tenants:)
            """
        #expect(missing(api) == [text])
    }

    @Test("is a context that knows addresses, unless they are found in another way")
    func addresses() {
        let api = APIDescription.small([.get { $0.limits = ["perAddress"] }], Self.ask)
        let texts = missing(api)
        #expect(texts.count == 1 && texts[0].hasPrefix("the limit 'perAddress' counts by address, and nothing says"))
        #expect(missing(api, context: AddressedRequestContext.self) == [])
        #expect(missing(api, APIRoutes(api, keys: InMemoryKeyStore(api), address: .behindProxies())) == [])
    }

    @Test("stops the program before it serves, and is all said at once")
    func stop() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let api = APIDescription.small([.get { MissingPartTests.ask(&$0) }], MissingPartTests.ask)
            var routes = APIRoutes(api, keys: InMemoryKeyStore(api))
            for endpoint in api.endpoints { routes.empty(endpoint) { _ in } }
            routes.register(on: Router())
        }
        let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(text.contains("this server lacks what 'Small' asks for:\n- nothing verifies the tokens of 'person': hand a TokenVerifier"))
        #expect(text.contains("\n- nothing says whether the shop of a request is suspended"))
    }

    /// What is missing where the endpoints of an API have routes.
    private func missing<Context: RequestContext>(
        _ api: APIDescription,
        _ routes: APIRoutes? = nil,
        context: Context.Type = BasicRequestContext.self
    ) -> [String] {
        var routes = routes ?? APIRoutes(api, keys: InMemoryKeyStore(api))
        for endpoint in api.endpoints { routes.empty(endpoint) { _ in } }
        return routes.missingParts(on: context).map { "\($0)" }
    }

    static func ask(_ endpoint: inout APIDescription.Endpoint) {
        endpoint.auth = .one("person")
        endpoint.tenancy = .tenant
        endpoint.limits = ["daily", "perPlan", "perAddress"]
    }

    static func ask(_ api: inout APIDescription) {
        api.credentials = [.init(name: "person", place: .scheme("Bearer", header: "Authorization"), form: .jwt, holds: .all)]
        api.tenancy = .init(name: "shop", place: .credential, foreignStatus: 404, suspendedStatus: 403)
        api.limits = [
            .init(name: "daily", allow: 5, window: .calendar(.day), partition: .everyone, kind: .quota),
            .init(name: "perPlan", allow: 5, allowByPlan: ["free": 1], window: .sliding(seconds: 1), partition: .tenant, kind: .throttle),
            .init(name: "perAddress", allow: 5, window: .sliding(seconds: 1), partition: .address, kind: .throttle),
        ]
    }
}
