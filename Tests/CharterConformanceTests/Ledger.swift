import CharterRuntime

/// A small API of entries, of which each endpoint shows something else: all that was sent, a line in a list, the whole with its history, or nothing.
enum Ledger {
    private static let addEntry = APIDescription.Endpoint(
        id: "addEntry",
        method: .post,
        path: "/entries",
        summary: "Adds an entry",
        requestBody: .init(
            schema: .object([.init("title", .string(length: .init(1, 40))), .init("amount", .decimal(places: 2))]),
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
        pathParameters: [.init(name: "id", schema: .string(), isRequired: true)],
        success: .init(status: 200, body: .named("EntryHistory"))
    )
    private static let changeEntry = APIDescription.Endpoint(
        id: "changeEntry",
        method: .patch,
        path: "/entries/:id",
        summary: "Changes an entry",
        pathParameters: [.init(name: "id", schema: .string(), isRequired: true)],
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
        pathParameters: [.init(name: "id", schema: .string(), isRequired: true)],
        requestBody: .init(
            schema: .object([.init("marks", .list(of: .object([.init("word", .string())])))]),
            example: #"{"marks":[{"word":"paid"},{"word":"late"}]}"#
        ),
        success: .init(status: 200, body: .named("Marks"))
    )

    static let api = APIDescription(
        name: "Ledger",
        title: "Ledger API",
        version: "1.0.0",
        servers: [.init(name: "production", url: "https://ledger.example/v1")],
        errors: .problem,
        endpoints: [addEntry, listEntries, getEntry, changeEntry, writeMarks],
        types: [
            "Entry": .object([.init("id", .string()), .init("title", .string(length: .init(1, 40))), .init("amount", .decimal(places: 2))]),
            "EntryLine": .object([.init("id", .string()), .init("amount", .string())]),
            "EntryHistory": .object([
                .init("id", .string()), .init("title", .string(length: .init(1, 40))), .init("changes", .integer()),
            ]),
            // The server adds when it was.
            "Marks": .object([.init("marks", .list(of: .object([.init("word", .string()), .init("at", .string(format: .date))])))]),
        ]
    )

    static let fixtures = Fixtures(
        baseURL: "http://localhost/v1",
        tenants: ["all"],
        credentials: [],
        parameters: ["all": ["getEntry": ["id": "e0"], "changeEntry": ["id": "e0"], "writeMarks": ["id": "e0"]]]
    )

    /// What a server can do wrong, each with the check that must find it.
    enum Fault: String, CaseIterable {
        case roundsAmounts = "addEntry/numbers-as-sent"
        case findsNothingNew = "addEntry/created-is-found"
        case listsNothingNew = "addEntry/created-is-listed"
        case keepsTitles = "changeEntry/changed/title"
        case losesMarks = "writeMarks/written-as-sent"
    }
}
