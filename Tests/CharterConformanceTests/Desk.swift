import CharterRuntime

/// A small API whose notes are written, changed in part, closed and thrown away, and whose trays are changed as a whole.
enum Desk {
    private typealias Property = APIDescription.Property

    private static let title = Property("title", .string(length: .init(1, 20)))
    private static let memo = Property("memo", .string(length: .init(1, 20)), isRequired: false)
    private static let box = Property(
        "box",
        .object([.init("colour", .enumeration(["red", "blue"])), .init("size", .integer(range: .init(1, 9)), isRequired: false)]),
        isRequired: false
    )
    /// What changes say and nobody is shown.
    private static let pin = Property("pin", .string(length: .init(4, 4)), isRequired: false)
    private static let memoToClear = Property("memo", .nullable(.string(length: .init(1, 20))), isRequired: false)

    private static let example = #"{"title":"Here","memo":"Soon","box":{"colour":"red","size":3}}"#
    private static let exampleOfChange = #"{"title":"Here","memo":"Soon","box":{"colour":"red","size":3},"pin":"1234"}"#

    static let listNotes: APIDescription.Endpoint = {
        var list = endpoint("listNotes", .get, "/notes", body: .list(of: .named("Note")))
        // Who asks for neither gets the open ones.
        list.queryParameters = [.init(name: "closed", schema: .boolean, isRequired: false)]
        list.filters = [.init(name: "closed", comparisons: [.init(field: "closed", relation: .equal)])]
        return list
    }()
    static let getNote = endpoint("getNote", .get, "/notes/:id")
    static let putNote = endpoint("putNote", .put, "/notes/:id", taking: .init(schema: .object([title, memo, box]), example: example))
    static let changeNote = endpoint(
        "changeNote",
        .patch,
        "/notes/:id",
        taking: .init(schema: .object([title.asOptional, memoToClear, box, pin]), example: exampleOfChange, patch: .merge)
    )
    static let closeNote = endpoint("closeNote", .post, "/notes/:id/close")
    static let dropNote = endpoint("dropNote", .delete, "/notes/:id", body: nil)
    static let changeTray = endpoint(
        "changeTray",
        .patch,
        "/trays/:id",
        taking: .init(schema: .object([box]), example: #"{"box":{"colour":"red","size":3}}"#, patch: .replaceNested)
    )

    private static func endpoint(
        _ id: String,
        _ method: APIDescription.Method,
        _ path: APIDescription.PathTemplate,
        taking requestBody: APIDescription.RequestBody? = nil,
        body: APIDescription.Schema? = .named("Note")
    ) -> APIDescription.Endpoint {
        APIDescription.Endpoint(
            id: id,
            method: method,
            path: path,
            summary: id,
            pathParameters: path.segments.contains(.parameter("id")) ? [.init(name: "id", schema: .string(), isRequired: true)] : [],
            requestBody: requestBody,
            success: .init(status: body == nil ? 204 : 200, otherStatuses: method == .put ? [201] : [], body: body)
        )
    }

    static let api = APIDescription(
        name: "Desk",
        title: "Desk API",
        version: "1.0.0",
        servers: [.init(name: "production", url: "https://desk.example/v1")],
        errors: .problem,
        endpoints: [listNotes, getNote, putNote, changeNote, closeNote, dropNote, changeTray],
        types: [
            "Note": .object([
                .init("id", .string()), title, memo, box, .init("closed", .boolean), .init("created_at", .string(format: .timestamp)),
            ])
        ]
    )

    static let fixtures = Fixtures(
        baseURL: "http://localhost/v1",
        tenants: ["all"],
        credentials: [],
        parameters: [
            "all": Dictionary(
                uniqueKeysWithValues: ["getNote", "putNote", "changeNote", "closeNote", "dropNote", "changeTray"].map { ($0, ["id": "n1"]) }
            )
        ]
    )

    /// What a server can do wrong with them.
    enum Fault: String, CaseIterable {
        case writesOtherwise, mergesWriting, makesAlways, makesNever
        case losesOthers, madeAnew, mergesNothing, mergesTray, changesNothing, closesNothing, listsGone, listsNoMemo, hidesClosed

        /// Beginnings of the names of the checks that must find it, and no others.
        var checks: [String] {
            switch self {
            case .writesOtherwise: ["putNote/written-as-sent"]
            case .mergesWriting: ["putNote/written-anew"]
            case .makesAlways, .makesNever: ["putNote/made-by-writing"]
            case .losesOthers, .madeAnew: ["changeNote/changed/", "changeNote/cleared/"]
            case .mergesNothing: ["changeNote/part-changed/box"]
            case .mergesTray: ["changeTray/part-replaced/box"]
            case .changesNothing: ["changeNote/kept"]
            case .closesNothing: ["closeNote/kept", "closeNote/listed-as-answered"]
            case .listsGone: ["dropNote/deleted-is-unlisted"]
            case .listsNoMemo: ["getNote/shown-as-listed"]
            case .hidesClosed: ["closeNote/listed-as-answered"]
            }
        }
    }
}

extension APIDescription.Property {
    /// The same property, which may be absent.
    fileprivate var asOptional: APIDescription.Property {
        var property = self
        property.isRequired = false
        return property
    }
}
