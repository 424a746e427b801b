import CharterContract
import CharterRuntime
import Testing

/// What a contract says of its callers, as servers, clients and checks read it.
@Suite("Callers")
struct CallerTests {
    private let api: APIDescription

    init() throws {
        api = try TestContract.api(RavenContract.text).description
    }

    private func endpoint(_ id: String) throws -> APIDescription.Endpoint {
        try #require(api.endpoint(withID: id))
    }

    @Test("present a key or a token in the place that is said")
    func places() throws {
        let service = try #require(api.credential(named: "service"))
        #expect(service.place == .scheme("ApiKey", header: "Authorization"))
        #expect(service.fallbackPlaces == [.query("api_key")])
        #expect((service.duplicates, service.form) == (.first, .key))
        let person = try #require(api.credential(named: "person"))
        #expect(person.place == .scheme("Bearer", header: "Authorization"))
        #expect((person.duplicates, person.form) == (.reject, .jwt))
        #expect((person.kinds, person.roles, person.limits) == ([], ["owner", "clerk"], ["calm"]))
        #expect(person.holds == .only(["orders:read", "bills"]))
        #expect(api.credential(named: "pin")?.place == .basic(.password, other: .any))
    }

    @Test("are told what to present, as the place says or the contract")
    func challenges() {
        #expect(
            api.credentials.map(\.challenge) == ["ApiKey realm=\"Shop API\"", nil, "ApiKey realm=\"Shop API\"", "Basic realm=\"till\""]
        )
    }

    @Test("have keys that look as their kind says")
    func kinds() throws {
        let service = try #require(api.credential(named: "service"))
        let live = try #require(service.kind(named: "live"))
        #expect((live.prefix, live.form, live.environment, live.opensEveryTenant) == ("live_", "[a-z]{8}", "live", false))
        #expect(service.kind(named: "admin")?.opensEveryTenant == true)
        #expect(api.credential(named: "app")?.kind(named: "app")?.prefix == "")
    }

    @Test(
        "present one of several credentials, or several at once",
        arguments: [
            ("key", .one("service")), ("either", .any([["service"], ["person"]])), ("both", .all(["app", "person"])),
            ("open", .any([[], ["app", "person"]])), ("public", .none),
        ] as [(String, APIDescription.Requirement)]
    )
    func auth(_ id: String, _ auth: APIDescription.Requirement) throws {
        #expect(try endpoint(id).auth == auth)
    }

    @Test("hold one of several scopes, or several at once")
    func scopes() throws {
        #expect(try endpoint("key").scope == .one("orders:read"))
        #expect(try endpoint("both").scope == .all(["orders:read", "bills"]))
        #expect(try endpoint("pin").scope == .any([["bills"], ["orders:write"]]))
        #expect(try endpoint("open").scope == .none)
    }

    @Test(
        "can call what they can hold the scopes of, wildcards followed, together with what they present beside",
        arguments: [
            ("key", ["live", "admin"], []), ("either", ["live", "admin"], ["person"]), ("both", ["app"], ["person"]),
            ("open", ["app"], ["person"]), ("pin", ["pin"], []), ("none", [], ["person"]), ("public", [], []),
        ] as [(String, [String], [String])]
    )
    func callers(_ id: String, _ kinds: [String], _ tokens: [String]) throws {
        let resolved = try TestContract.api(RavenContract.text).endpoint(id)
        #expect(resolved.keyKinds.map(\.name) == kinds)
        #expect(resolved.tokens == tokens)
    }

    @Test("have roles where persons call")
    func roles() throws {
        #expect(api.roles.map(\.name) == ["owner", "clerk"])
        #expect(api.roles.first?.grants == .all)
        #expect(try endpoint("either").roles == ["owner", "clerk"])
        #expect(try endpoint("public").roles == [])
    }

    @Test(
        "name their tenant where their credential says",
        arguments: [
            ("key", .tenant, [.credential]), ("either", .tenant, [.credential, .header("X-Shop")]),
            ("both", .tenant, [.query("shop")]), ("pin", .tenant, [.path("shop")]), ("app", .tenant, [.query("shop")]),
            ("shared", .shared, []), ("none", .none, []), ("public", .none, []),
        ] as [(String, APIDescription.Tenancy.Reach, [APIDescription.Tenancy.Place])]
    )
    func tenants(_ id: String, _ reach: APIDescription.Tenancy.Reach, _ places: [APIDescription.Tenancy.Place]) throws {
        let resolved = try TestContract.api(RavenContract.text).endpoint(id)
        #expect(resolved.tenancy == reach)
        #expect(resolved.tenantPlaces == places)
    }

    @Test("name it in a query parameter that the contract need not repeat")
    func tenantParameters() throws {
        #expect(try endpoint("app").queryParameters.map { "\($0.name) \($0.isRequired)" } == ["shop true"])
        #expect(try endpoint("both").queryParameters.map { "\($0.name) \($0.isRequired)" } == ["shop true"])
        #expect(api.tenancy?.place(forCredential: "person") == .header("X-Shop"))
        #expect(api.tenancy?.place(forCredential: nil) == .credential)
        #expect(api.tenancy?.suspendedStatus == 403)
    }

    @Test("send header fields, the nearest declaration of a name first, whatever its case")
    func headers() throws {
        func headers(_ id: String) throws -> [String] {
            try endpoint(id).headerParameters.map { "\($0.name) \($0.isRequired)" }
        }
        #expect(try headers("key") == ["X-Trace false", "X-App-Name true"])
        #expect(try headers("open") == ["X-Trace false"])
        #expect(try headers("app") == ["x-trace true", "X-App-Name true"])
    }
}
