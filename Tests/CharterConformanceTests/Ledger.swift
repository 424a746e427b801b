import CharterRuntime

/// A small API of entries, of which each endpoint shows something else: all that was sent, a line in a list, the whole with its history, or nothing.
enum Ledger {
    private static let reason = APIDescription.Schema.enumeration(["paid", "void"])
    private static let place = APIDescription.Schema.union(
        by: "kind",
        [
            .init(
                tag: "shelf",
                schema: .object([.init("kind", .constant("shelf")), .init("room", .string()), .init("row", .string(), isRequired: false)])
            ),
            .init(tag: "web", schema: .object([.init("kind", .constant("web")), .init("url", .string())])),
        ]
    )
    private static let id = APIDescription.Parameter(name: "id", schema: .string(), isRequired: true)
    private static let tags = APIDescription.Property(
        "tags",
        .list(of: .string(length: .init(1, 20)), count: .init(0, 5)),
        isRequired: false
    )
    private static let addEntry = APIDescription.Endpoint(
        id: "addEntry",
        method: .post,
        path: "/entries",
        summary: "Adds an entry",
        requestBody: .init(
            schema: .object([
                .init("title", .string(length: .init(1, 40))), .init("amount", .decimal(places: 2)), tags,
                .init("minutes", .integer(), isRequired: false, defaultValue: "30"),
            ]),
            example: #"{"title":"Rent","amount":"12.50"}"#
        ),
        success: .init(status: 201, body: .named("Entry"))
    )
    private static let listEntries = APIDescription.Endpoint(
        id: "listEntries",
        method: .get,
        path: "/entries",
        summary: "Lists entries",
        success: .init(status: 200, body: .list(of: .named("EntryLine")))
    )
    private static let getEntry = APIDescription.Endpoint(
        id: "getEntry",
        method: .get,
        path: "/entries/:id",
        summary: "Shows an entry",
        pathParameters: [id],
        success: .init(status: 200, body: .named("EntryHistory"))
    )
    private static let changeEntry = APIDescription.Endpoint(
        id: "changeEntry",
        method: .patch,
        path: "/entries/:id",
        summary: "Changes an entry",
        pathParameters: [id],
        requestBody: .init(
            schema: .object([.init("title", .string(length: .init(1, 40)), isRequired: false)]),
            example: #"{"title":"Hire"}"#,
            patch: .merge
        ),
        success: .init(status: 204)
    )
    private static let writeMarks = APIDescription.Endpoint(
        id: "writeMarks",
        method: .put,
        path: "/entries/:id/marks",
        summary: "Writes the marks of an entry",
        pathParameters: [id],
        requestBody: .init(
            schema: .object([.init("marks", .list(of: .object([.init("word", .string())])))]),
            example: #"{"marks":[{"word":"paid"},{"word":"late"}]}"#
        ),
        success: .init(status: 200, body: .named("Marks"))
    )

    private static let closeEntry = APIDescription.Endpoint(
        id: "closeEntry",
        method: .post,
        path: "/entries/:id/close",
        summary: "Closes an entry",
        pathParameters: [id],
        requestBody: .init(schema: .object([.init("reason", reason)]), example: #"{"reason":"void"}"#),
        success: .init(status: 200, body: .named("EntryHistory"))
    )
    private static let moveEntry = APIDescription.Endpoint(
        id: "moveEntry",
        method: .patch,
        path: "/entries/:id/place",
        summary: "Says where an entry is kept",
        pathParameters: [id],
        requestBody: .init(
            schema: .object([.init("place", place, isRequired: false)]),
            example: #"{"place":{"kind":"shelf","room":"A","row":"2"}}"#,
            patch: .replaceNested
        ),
        success: .init(status: 200, body: .object([.init("place", place)]))
    )

    static let api = APIDescription(
        name: "Ledger",
        title: "Ledger API",
        version: "1.0.0",
        servers: [.init(name: "production", url: "https://ledger.example/v1")],
        errors: .problem,
        endpoints: [addEntry, listEntries, getEntry, changeEntry, writeMarks, closeEntry, moveEntry],
        types: [
            "Entry": .object([
                .init("id", .string()), .init("title", .string(length: .init(1, 40))), .init("amount", .decimal(places: 2)), tags,
                .init("minutes", .integer(), isRequired: false),
            ]),
            "EntryLine": .object([.init("id", .string()), .init("amount", .string())]),
            "EntryHistory": .object([
                .init("id", .string()), .init("title", .string(length: .init(1, 40))), .init("changes", .integer()),
                .init("isOpen", .boolean), .init("reason", reason, isRequired: false),
            ]),
            // The server adds when it was.
            "Marks": .object([.init("marks", .list(of: .object([.init("word", .string()), .init("at", .string(format: .date))])))]),
        ]
    )

    static let fixtures = Fixtures(
        baseURL: "http://localhost/v1",
        tenants: ["all"],
        credentials: [],
        parameters: [
            "all": Dictionary(uniqueKeysWithValues: api.endpoints.filter { !$0.pathParameters.isEmpty }.map { ($0.id, ["id": "e0"]) })
        ]
    )

    /// What a server can do wrong, each with the check that must find it.
    enum Fault: String, CaseIterable {
        case roundsAmounts = "addEntry/numbers-as-sent"
        case findsNothingNew = "addEntry/created-is-found"
        case listsNothingNew = "addEntry/created-is-listed"
        case keepsTitles = "changeEntry/changed/title"
        case losesMarks = "writeMarks/written-as-sent"
        case sortsTags = "addEntry/lists-as-sent"
        case hasOtherDefault = "addEntry/default/minutes"
        case closesForOneReason = "closeEntry/acted-as-sent"
        case staysOpen = "closeEntry/kept"
        case mergesPlaces = "moveEntry/part-replaced/place/shelf"
    }
}
