import CharterRuntime
import CharterServer
import CharterServerTesting
import HTTPTypes
import Hummingbird
import RavenModels
import RavenRoutes

/// Raven without a handler, as it is before anybody has written one, and what it answers.
struct UnfinishedRaven {
    static let key = "rk_live_0123456789abcdef0123456789"

    /// One tenant, on the free plan.
    static let tenants = InMemoryTenantDirectory(subscriptions: ["acme-co": TenantSubscription(plan: "hatchling")])

    private let transport: InProcessTransport

    /// - Parameters:
    ///   - effects: Where effects are kept; nil for a server whose handlers have none so far.
    ///   - change: Changes what the API documents.
    init(_ effects: InMemoryEffects? = nil, _ change: (inout APIDescription) -> Void = { _ in }) throws {
        var api = APIDescription.raven
        change(&api)
        let keys = InMemoryKeyStore(api)
        try keys.add(Self.key, id: "key", kind: "live", scopes: [], tenant: "acme-co")
        let router = Router()
        let routes = APIRoutes(api, keys: keys, tokens: InMemoryTokenVerifier(), tenants: Self.tenants)
        let server: any UnfinishedServer.Type = effects == nil ? NoHandlers.self : NoHandlersInMemory.self
        server.register(on: router, through: routes, effects)
        transport = InProcessTransport(router: router)
    }

    func send(_ method: HTTPRequest.Method, _ path: String, key: String? = key, body: String = "") async throws -> HTTPReply {
        var request = HTTPRequest(method: method, scheme: "https", authority: "raven.example", path: "/v1" + path)
        request.headerFields[.contentType] = body.isEmpty ? nil : "application/json"
        if let name = HTTPField.Name("X-Raven-Key") { request.headerFields[name] = key }
        return try await transport.send(request, body: Array(body.utf8))
    }
}

/// What hides from the compiler that the servers are deprecated, which keeps it from warning of the handlers that they lack on purpose.
private protocol UnfinishedServer {
    static func register(on router: Router<BasicRequestContext>, through routes: APIRoutes, _ effects: InMemoryEffects?)
}

@available(*, deprecated)
private struct UnwrittenRaven: RavenAPI {}

@available(*, deprecated)
private struct UnwrittenRavenInMemory: RavenAPI {
    typealias Transaction = InMemoryTransaction
}

private enum NoHandlers: UnfinishedServer {
    @available(*, deprecated)
    static func register(on router: Router<BasicRequestContext>, through routes: APIRoutes, _ effects: InMemoryEffects?) {
        UnwrittenRaven().register(on: router, through: routes)
    }
}

private enum NoHandlersInMemory: UnfinishedServer {
    @available(*, deprecated)
    static func register(on router: Router<BasicRequestContext>, through routes: APIRoutes, _ effects: InMemoryEffects?) {
        UnwrittenRavenInMemory().register(on: router, through: routes, effects: effects ?? InMemoryEffects())
    }
}
