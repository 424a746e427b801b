import CharterRuntime

/// A small API of kiosks with keys of two kinds and sessions of people, who may work in several kiosks.
enum Kiosk {
    private static let code = APIDescription.Schema.string(pattern: "^pp_[a-z0-9]+$")
    private static let line = APIDescription.Schema.object([.init("paper", code), .init("count", .integer(range: .init(1, 9)))])

    private static let addOrder = APIDescription.Endpoint(
        id: "addOrder",
        method: .post,
        path: "/orders",
        summary: "Orders papers",
        auth: .one("key"),
        keyKinds: ["secret"],
        tenancy: .tenant,
        requestBody: .init(
            schema: .object([.init("lines", .list(of: line, count: .init(1, 5)))]),
            example: #"{"lines":[{"paper":"pp_oslo1","count":2}]}"#
        ),
        success: .init(status: 201, body: .object([.init("number", .integer())])),
        failures: [.init(status: 422, code: "paper-unknown", when: "The kiosk has no such paper.")]
    )
    private static let listPapers = APIDescription.Endpoint(
        id: "listPapers",
        method: .get,
        path: "/papers",
        summary: "Lists papers",
        auth: .any([["key"], ["session"]]),
        keyKinds: ["open", "secret", "seat"],
        roles: ["head"],
        tenancy: .tenant,
        queryParameters: [
            .init(name: "sort", schema: .enumeration(["daily", "weekly"]), isRequired: false),
            .init(name: "pages", schema: .integer(range: .init(1, 99)), isRequired: false),
        ],
        success: .init(status: 200, body: .list(of: .named("Paper")))
    )
    private static let getPaper = APIDescription.Endpoint(
        id: "getPaper",
        method: .get,
        path: "/papers/:code",
        summary: "Shows a paper",
        auth: .one("key"),
        keyKinds: ["open", "secret"],
        tenancy: .tenant,
        pathParameters: [.init(name: "code", schema: code, isRequired: true)],
        success: .init(status: 200, body: .named("Paper"))
    )
    private static let putNotice = APIDescription.Endpoint(
        id: "putNotice",
        method: .put,
        path: "/notice",
        summary: "Writes the notice at the door",
        auth: .one("key"),
        keyKinds: ["secret"],
        tenancy: .tenant,
        requestBody: .init(schema: .object([.init("text", .string())]), example: #"{"text":"Closed"}"#, media: [.form]),
        success: .init(status: 204)
    )

    static let api = APIDescription(
        name: "Kiosk",
        title: "Kiosk API",
        version: "1.0.0",
        servers: [.init(name: "production", url: "https://kiosk.example/v1")],
        credentials: [
            .init(
                name: "key",
                place: .header("X-Key"),
                fallbackPlaces: [.query("key")],
                kinds: [
                    .init(name: "open", prefix: "ko_", use: .anywhere, holds: .all),
                    .init(name: "secret", prefix: "ks_", use: .serverOnly, holds: .all),
                ],
                challenge: #"KioskKey realm="kiosk""#
            ),
            .init(
                name: "session",
                place: .scheme("Bearer", header: "Authorization"),
                kinds: [.init(name: "seat", prefix: "se_", use: .serverOnly, holds: .all)],
                roles: ["head", "clerk"],
                challenge: #"Bearer realm="kiosk""#
            ),
        ],
        roles: [.init(name: "head", about: "Runs the kiosk"), .init(name: "clerk", about: "Sells")],
        tenancy: .init(name: "kiosk", place: .credential, placesByCredential: ["session": .header("X-Kiosk")], foreignStatus: 404),
        requests: .init(methodOverride: "X-Method"),
        versioning: .init(header: "X-Version", current: "2", missing: .current),
        errors: .problem,
        endpoints: [addOrder, listPapers, getPaper, putNotice],
        types: ["Paper": .object([.init("code", code), .init("title", .string())])]
    )

    private static func key(
        _ text: String,
        _ kind: String,
        _ tenant: String = "oslo",
        _ state: Fixtures.State = .valid
    ) -> Fixtures.Credential {
        .init(tenant: tenant, kind: kind, scopes: [], headers: ["X-Key": text], state: state)
    }

    private static func session(_ text: String, _ role: String, _ tenant: String) -> Fixtures.Credential {
        .init(tenant: tenant, kind: "seat", scopes: [], roles: [role], headers: ["Authorization": "Bearer \(text)"])
    }

    static let fixtures = Fixtures(
        baseURL: "http://localhost/v1",
        tenants: ["oslo", "rome"],
        credentials: [
            key("ks_oslo000001", "secret"), key("ko_oslo000001", "open"), key("ks_late000001", "secret", "oslo", .expired),
            key("ko_late000001", "open", "oslo", .expired), key("ks_rome000001", "secret", "rome"), key("ko_rome000001", "open", "rome"),
            session("se_both000001", "clerk", "oslo"), session("se_both000001", "head", "rome"),
        ],
        parameters: ["oslo": ["getPaper": ["code": "pp_oslo1"]], "rome": ["getPaper": ["code": "pp_rome1"]]],
        failures: ["oslo": ["addOrder": ["paper-unknown": .init(body: .object(["lines": .array([unknownLine])]))]]]
    )

    private static let unknownLine = JSONValue.object(["paper": .string("pp_no"), "count": .integer(1)])

    /// What a server can do wrong, each with the check that must find it.
    enum Fault: String, CaseIterable {
        case asksForOtherKeys = "listPapers/unknown-credential/key"
        case stopsAtEmptyFields = "getPaper/empty-first-place"
        case takesLateOpenKeys = "getPaper/expired-credential"
        case joinsRoles = "listPapers/role-elsewhere"
        case takesAnyOverride = "addOrder/unknown-override"
        case looksAtMethodsFirst = "listPapers/version-before-method"
        case looksAtOverridesFirst = "addOrder/version-before-override"
        case looksAtVersionsFirst = "addOrder/path-before-version"
        case hidesRefusals = "getPaper/cross-origin-refusal-readable/open"
        case ordersForeignPapers = "addOrder/foreign-reference/lines[0].paper"
        case tellsOneFault = "listPapers/every-fault-query"
        case takesNamesTwice = "putNotice/name-twice/form"
        case looksAtFirstLines = "addOrder/failure/paper-unknown"

        /// The checks that find it: any refusal of such a key shows the wrong challenge, and what an override means is part of the method.
        var findings: [String] {
            switch self {
            case .asksForOtherKeys: [self, .takesLateOpenKeys].map(\.rawValue)
            case .looksAtMethodsFirst: [self, .looksAtOverridesFirst].map(\.rawValue)
            default: [rawValue]
            }
        }
    }
}
