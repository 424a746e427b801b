import CharterRuntime

/// A small API whose bodies hold what is easily mistaken: nulls, maps, unions, whole numbers, long texts, forms.
enum Pins {
    private typealias Schema = APIDescription.Schema

    private static let way = Schema.union(
        by: "type",
        [
            .init(tag: "cash", schema: .object([.init("type", .constant("cash"))])),
            .init(
                tag: "bank",
                schema: .object([.init("type", .constant("bank")), .init("iban", .string(pattern: "^[A-Z]{2}[0-9]{4,8}$"))])
            ),
        ]
    )
    private static let view = APIDescription.Property("view", .nullable(.string(length: .init(1, 10))), isRequired: false)
    private static let labels = APIDescription.Property("labels", .map(of: .string(), count: .init(nil, 5)), isRequired: false)
    private static let title = APIDescription.Property("title", .string(length: .init(1, 20)))
    /// An object inside with a member that is named like a list outside, and is none.
    private static let place = APIDescription.Property("place", .object([.init("tags", .string())]), isRequired: false)
    private static let tags = APIDescription.Property("tags", .list(of: .string(length: .init(1, 9))), isRequired: false)

    static let addPin = APIDescription.Endpoint(
        id: "addPin",
        method: .post,
        path: "/pins",
        summary: "Adds a pin",
        requestBody: .init(
            schema: .object([title, view, labels, .init("size", .integer(range: .init(1, 9))), .init("way", way)]),
            example: #"{"title":"Here","size":3,"way":{"type":"cash"}}"#
        ),
        success: .init(status: 201, body: .named("Pin"))
    )
    static let changePin = APIDescription.Endpoint(
        id: "changePin",
        method: .patch,
        path: "/pins/:pin",
        summary: "Changes a pin",
        pathParameters: [.init(name: "pin", schema: .string(), isRequired: true)],
        requestBody: .init(schema: .object([labels]), example: #"{"labels":{"at":"sea"}}"#, patch: .merge),
        success: .init(status: 200, body: .named("Pin"))
    )
    static let getPin = APIDescription.Endpoint(
        id: "getPin",
        method: .get,
        path: "/pins/:pin",
        summary: "Gets a pin",
        pathParameters: [.init(name: "pin", schema: .string(), isRequired: true)],
        queryParameters: [.init(name: "near", schema: .string(pattern: "^pin_\\d{3}$"))],
        success: .init(status: 200, body: .named("Pin"))
    )
    static let addNote = APIDescription.Endpoint(
        id: "addNote",
        method: .post,
        path: "/notes",
        summary: "Adds a note",
        requestBody: .init(
            schema: .object([title, tags, view, place]),
            example: #"{"title":"Look here","tags":["old"],"place":{"tags":"at the sea"}}"#,
            media: [.json, .form]
        ),
        success: .init(status: 201, body: .object([title, tags, view]))
    )

    static let api = APIDescription(
        name: "Pins",
        title: "Pins API",
        version: "1.0.0",
        servers: [.init(name: "production", url: "https://pins.example/v1")],
        requests: .init(methodOverride: "X-Method"),
        errors: .problem,
        endpoints: [addPin, changePin, getPin, addNote],
        types: ["Pin": .object([title, view, labels, .init("size", .integer(), isRequired: false), .init("way", way, isRequired: false)])]
    )

    static let fixtures = Fixtures(
        baseURL: "http://localhost/v1",
        tenants: ["all"],
        credentials: [],
        parameters: ["all": ["getPin": ["pin": "p1"], "changePin": ["pin": "p1"]]]
    )

    /// What a server can do wrong with them, each with the check that must find it.
    enum Fault: String, CaseIterable {
        case cutsTexts = "addPin/longest-as-sent"
        case losesNull = "addPin/created-null/view"
        case refusesPoint = "addPin/whole-with-point/size"
        case refusesExponent = "addPin/whole-with-exponent/size"
        case takesAnyAccount = "addPin/other-pattern/way(bank).iban"
        case replacesLabels = "changePin/member-added/labels"
        case refusesNoChange = "changePin/empty-change-taken"
        case overridesReading = "getPin/method-override-on-get"
        case takesRepetition = "getPin/repeated-query/near"
        case refusesForms = "addNote/sent-as/form"
        case takesAnyForm = "addNote/refused-as/form"
        case losesBrackets = "addNote/lists-in-brackets/form"
        case keepsEmptyTexts = "addNote/empty-is-null/view/form"
        case turnsNames = "addPin/names-as-sent"

        /// The checks that find it, and no others.
        var findings: [String] {
            guard self == .refusesForms else { return [rawValue] }
            return [self, .losesBrackets, .keepsEmptyTexts].map(\.rawValue)
        }
    }
}
