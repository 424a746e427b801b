import CharterConformance
import CharterRuntime
import Testing

@Suite("derivation of checks")
struct DerivationTests {
    private static let keys = ["missing-credential", "malformed-credential", "unknown-credential"]
    private static let writing =
        keys + [
            "insufficient-kind/publishable", "insufficient-scope/READ", "insufficient-scope/AUDIT", "sufficient-scope/WRITE",
            "sufficient-scope/ADMIN", "foreign-tenant", "response-shape",
        ]
    private static let reading =
        keys + [
            "insufficient-scope/WRITE", "insufficient-scope/AUDIT", "sufficient-scope/READ", "sufficient-scope/ADMIN", "foreign-tenant",
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
        #expect(ConformanceSuite.checks(of: endpoint, in: .calendar).map(\.name) == names)
    }

    @Test("leaves out scopes that no allowed kind can hold")
    func unholdable() {
        var api = APIDescription.calendar
        api.credentials[0].kinds[1].holds = .only(["READ", "WRITE"])
        let scopes = ConformanceSuite.checks(of: Calendar.addEvent, in: api).filter { $0.family == .scopes }
        #expect(scopes == [.insufficientScope("READ"), .sufficientScope("WRITE")])
    }

    @Test("leaves out isolation where there are no tenants")
    func noTenancy() {
        var api = APIDescription.calendar
        api.tenancy = nil
        #expect(!ConformanceSuite.checks(of: Calendar.getEvent, in: api).contains(.foreignTenant))
    }

    @Test("gives each check a title that says what the endpoint does")
    func titles() {
        let endpoint = Calendar.listEvents
        let titles = ConformanceSuite.checks(of: endpoint, in: .calendar).map { $0.title(on: endpoint, in: .calendar) }
        #expect(
            titles == [
                "answers 401 without a key", "answers 401 to a malformed key", "answers 401 to an unknown key",
                "answers 403 to a key that holds only WRITE", "answers 403 to a key that holds only AUDIT",
                "accepts a key that holds only READ", "accepts a key that holds only ADMIN", "answers 403 to a key of another community",
                "lists at most 3 items by default", "lists at most 1 item for limit=1", "lists at most 4 items for limit=4",
                "answers 400 to limit=0", "lists at most 4 items for limit=5", "answers 400 to limit=many", "answers 400 to offset=-1",
                "answers 400 to offset=first", "pages through the whole list without loss or repetition",
                "answers 200 with the documented body",
            ]
        )
        let kind = Check.insufficientKind("publishable").title(on: Calendar.addEvent, in: .calendar)
        #expect(kind == "answers 403 to a key of kind publishable")
        #expect(Check.responseShape.title(on: Calendar.dropEvent, in: .calendar) == "answers 204 without a body")
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
        #expect(ConformanceSuite.checks(of: asked, in: api).contains(.foreignTenant) == isAsked)
    }
}
