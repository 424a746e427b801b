import CharterRuntime
import CharterServerTesting
import Hummingbird
import Testing

@testable import CharterServer

@Suite("A route that a router has already")
struct RouteCollisionTests {
    private let api = APIDescription.small([.get()])

    private func routes() -> APIRoutes {
        var routes = APIRoutes(api, keys: InMemoryKeyStore(api))
        routes.empty(api.endpoints[0]) { _ in }
        return routes
    }

    @Test("is named, with a mend, when the API is registered a second time")
    func twice() {
        let router = Router()
        #expect(routes().collision(on: router) == nil)
        routes().register(on: router)
        let text = """
            the router has a route for GET /v1/things already: register an API once, and give other routes paths that it does not have
            """
        #expect(routes().collision(on: router)?.description == text)
    }

    @Test("is named whatever the method, where it is another's")
    func other() {
        let router = Router()
        router.on("/v1/things", method: .put) { _, _ in "mine" }
        #expect(routes().collision(on: router)?.description.hasPrefix("the router has a route for PUT /v1/things already") == true)
        let apart = Router()
        apart.get("/v1/other") { _, _ in "mine" }
        #expect(routes().collision(on: apart) == nil)
    }

    @Test("is named where the document would stand")
    func document() {
        let api = APIDescription.small([.get()]) { $0.describedAt = "/openapi.json" }
        var routes = APIRoutes(api, keys: InMemoryKeyStore(api))
        routes.describe(by: APIDocument("{}"))
        let router = Router()
        router.get("/v1/openapi.json") { _, _ in "mine" }
        #expect(routes.collision(on: router)?.path.description == "/v1/openapi.json")
    }

    @Test("is named where health is asked")
    func health() {
        let router = Router()
        routes().register(on: router)
        #expect(Health(path: "/healthz").collision(on: router) == nil)
        let text = "the router has a route for GET /v1/things already: say another 'healthPath:', or ask 'Health' at another path"
        #expect(Health(path: "/v1/things").collision(on: router)?.description == text)
    }

    @Test("stops the program in these words, and not in those of the router")
    func stop() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let router = Router()
            RouteCollisionTests().routes().register(on: router)
            RouteCollisionTests().routes().register(on: router)
        }
        let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(text.contains("the router has a route for GET /v1/things already"))
        let health = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let router = Router()
            RouteCollisionTests().routes().register(on: router)
            Health(path: "/v1/things").register(on: router)
        }
        let healthText = String(decoding: health?.standardErrorContent ?? [], as: UTF8.self)
        #expect(healthText.contains("say another 'healthPath:'"))
    }
}
