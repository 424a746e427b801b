import CharterRuntime

/// A small API of hostels that share names: each has settings and templates of its own, and holidays are those of all.
enum Hostel {
    private static let text = APIDescription.Schema.object([.init("text", .string(length: .init(1, 40)))])
    private static let name = APIDescription.Parameter(name: "name", schema: .string(), isRequired: true)

    static let getSettings = endpoint("getSettings", .get, "/settings")
    static let putSettings = endpoint("putSettings", .put, "/settings")
    static let getTemplate = endpoint("getTemplate", .get, "/templates/:name")
    static let putTemplate = endpoint("putTemplate", .put, "/templates/:name")
    static let getHolidays = endpoint("getHolidays", .get, "/holidays")

    private static func endpoint(
        _ id: String,
        _ method: APIDescription.Method,
        _ path: APIDescription.PathTemplate
    ) -> APIDescription.Endpoint {
        let isNamed = path.segments.contains(.parameter("name"))
        return APIDescription.Endpoint(
            id: id,
            method: method,
            path: path,
            summary: id,
            auth: .one("key"),
            keyKinds: ["secret"],
            tenancy: id == "getHolidays" ? .shared : .tenant,
            pathParameters: isNamed ? [name] : [],
            requestBody: method == .put ? .init(schema: text, example: #"{"text":"Sleep well"}"#) : nil,
            success: .init(status: 200, otherStatuses: method == .put && isNamed ? [201] : [], body: .named("Text"))
        )
    }

    static let api = APIDescription(
        name: "Hostel",
        title: "Hostel API",
        version: "1.0.0",
        servers: [.init(name: "production", url: "https://hostel.example/v1")],
        credentials: [
            .init(
                name: "key",
                place: .header("X-Key"),
                kinds: [.init(name: "secret", prefix: "hk_", use: .serverOnly, holds: .all, limits: [])],
                challenge: nil
            )
        ],
        tenancy: .init(name: "hostel", place: .credential, foreignStatus: 404, suspendedStatus: 403),
        errors: .problem,
        endpoints: [getSettings, putSettings, getTemplate, putTemplate, getHolidays],
        types: ["Text": text]
    )

    static let fixtures = Fixtures(
        baseURL: "http://localhost/v1",
        tenants: ["oslo", "rome"],
        suspended: ["bern"],
        credentials: ["oslo", "rome", "bern"].map {
            .init(tenant: $0, kind: "secret", scopes: [], headers: ["X-Key": "hk_\($0)_0123456789"], state: .valid)
        },
        parameters: ["oslo": ["getTemplate": ["name": "welcome"], "putTemplate": ["name": "welcome"]]]
    )

    /// What a server can do wrong, each with the checks that must find it.
    enum Fault: String, CaseIterable {
        case sharesSettings, writesForeignTemplates, shutsHolidays, takesKeysBehindText, takesCutKeys, failsOnOddNames, failsOnNull
        case failsOnNUL

        var checks: [String] {
            switch self {
            case .sharesSettings: ["putSettings/kept-apart"]
            case .writesForeignTemplates: ["putTemplate/kept-apart"]
            case .shutsHolidays: ["getHolidays/suspended-tenant-served"]
            case .takesKeysBehindText: ["getSettings/text-before-credential"]
            case .takesCutKeys: ["getSettings/shorter-credential"]
            case .failsOnOddNames: ["getTemplate/odd-path"]
            case .failsOnNull: ["putSettings/odd-bodies"]
            case .failsOnNUL: ["putSettings/odd-texts"]
            }
        }
    }
}
