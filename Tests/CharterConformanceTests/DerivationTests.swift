import CharterConformance
import CharterRuntime
import Testing

@Suite("derivation of checks")
struct DerivationTests {
    private static let keys = ["missing-credential", "malformed-credential", "unknown-credential"]
    private static let writing =
        keys + [
            "insufficient-kind/publishable", "insufficient-scope/READ", "sufficient-scope/WRITE", "insufficient-scope/AUDIT",
            "sufficient-scope/ADMIN", "foreign-tenant", "response-shape",
        ]
    private static let reading =
        keys + [
            "sufficient-scope/READ/publishable", "sufficient-scope/READ/secret", "insufficient-scope/WRITE", "insufficient-scope/AUDIT",
            "sufficient-scope/ADMIN", "foreign-tenant",
        ]
    private static let paging = [
        "default-page-size", "minimum-page-size", "maximum-page-size", "page-size-below-minimum", "page-size-above-maximum",
        "page-size-not-a-number", "negative-offset", "offset-not-a-number", "whole-walk",
    ]

    @Test(
        "gives each endpoint the checks of its conventions, in order",
        arguments: [
            (Calendar.status, ["response-shape"]), (Calendar.search, keys + ["response-shape"]), (Calendar.addEvent, writing),
            (Calendar.dropEvent, writing), (Calendar.getEvent, reading + ["response-shape"]),
            (Calendar.listEvents, reading + paging + ["response-shape"]),
        ]
    )
    func names(endpoint: APIDescription.Endpoint, names: [String]) {
        #expect(APIDescription.calendar.basicChecks(of: endpoint).map(\.ownName) == names)
    }

    @Test("leaves out scopes that no allowed kind can hold")
    func unholdable() {
        var api = APIDescription.calendar
        api.credentials[0].kinds[1].holds = .only(["READ", "WRITE"])
        let scopes = api.basicChecks(of: Calendar.addEvent).filter { $0.family == .scopes }
        #expect(scopes.map(\.ownName) == ["insufficient-scope/READ", "sufficient-scope/WRITE"])
    }

    @Test("leaves out isolation where there are no tenants")
    func noTenancy() {
        var api = APIDescription.calendar
        api.tenancy = nil
        #expect(!names(Calendar.getEvent, api).contains("foreign-tenant"))
    }

    @Test("looks for suspended tenants where the API suspends some")
    func suspension() {
        var api = APIDescription.calendar
        #expect(!names(Calendar.getEvent, api).contains("suspended-tenant"))
        api.tenancy?.suspendedStatus = 403
        #expect(names(Calendar.getEvent, api).filter { $0.hasSuffix("-tenant") } == ["foreign-tenant", "suspended-tenant"])
        #expect(!names(Calendar.status, api).contains("suspended-tenant"))
    }

    private func names(_ endpoint: APIDescription.Endpoint, _ api: APIDescription) -> [String] {
        api.basicChecks(of: endpoint).map(\.ownName)
    }

    @Test(
        "asks for foreigners only where the path names something of a tenant's own",
        arguments: [("/works/:isbn", false), ("/works/:number/copies", false), ("/works/:isbn/copies/:id", true), ("/readers/:id", true)]
    )
    func foreigners(path: String, isAsked: Bool) {
        func endpoint(_ path: String, _ tenancy: APIDescription.Tenancy.Reach) -> APIDescription.Endpoint {
            var endpoint = Shop.report
            (endpoint.path, endpoint.tenancy) = (.init(path), tenancy)
            endpoint.pathParameters = endpoint.path.segments.compactMap { segment in
                if case .parameter(let name) = segment { .init(name: name, schema: .string(), isRequired: true) } else { nil }
            }
            return endpoint
        }
        var api = Shop.api
        api.tenancy = .init(name: "shop", place: .credential, foreignStatus: 404)
        let asked = endpoint(path, .tenant)
        api.endpoints = [endpoint("/works/:isbn", .shared), asked]
        #expect(names(asked, api).contains("foreign-tenant") == isAsked)
    }
}
