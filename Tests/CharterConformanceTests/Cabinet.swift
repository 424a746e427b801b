import CharterRuntime

/// A small API of files in drawers, which are filtered in ways whose names are not just those of what they compare.
enum Cabinet {
    private static let state = APIDescription.Schema.enumeration(["draft", "sent"])
    private static let label = APIDescription.Schema.string(pattern: "^[a-z]+$")
    private static let size = APIDescription.Paging.PageSize(
        parameter: "size",
        defaultValue: 4,
        minimum: 1,
        maximum: 9,
        below: .reject,
        above: .reject
    )

    static let listFiles = endpoint(
        "listFiles",
        "/drawers/:drawer/files",
        paging: .init(
            name: "byCursor",
            pageSize: size,
            position: .cursor(parameter: "cursor", boundTo: [], lifetime: nil),
            members: .init(items: "files", next: "next")
        )
    )
    static let getDrawer = endpoint("getDrawer", "/drawers/:drawer")
    static let searchFiles = endpoint(
        "searchFiles",
        "/search",
        paging: .init(name: "byOffset", pageSize: size, position: .offset(parameter: "offset"), members: .init(items: "files"))
    )
    static let listSteps = endpoint(
        "listSteps",
        "/steps",
        paging: .init(
            name: "byURL",
            pageSize: .init(parameter: nil, defaultValue: 2, minimum: 1, maximum: 2, below: .reject, above: .reject),
            position: .url,
            members: .init(items: "files", next: "next", previous: "previous")
        )
    )

    private static func endpoint(
        _ id: String,
        _ path: APIDescription.PathTemplate,
        paging: APIDescription.Paging? = nil
    ) -> APIDescription.Endpoint {
        let isSearch = id == "searchFiles"
        let filters: [APIDescription.Parameter] = [
            .init(name: "label", schema: .list(of: label)), .init(name: "made_from", schema: .string(format: .date)),
            .init(name: "made_to", schema: .string(format: .date)),
        ]
        return APIDescription.Endpoint(
            id: id,
            method: isSearch ? .post : .get,
            path: path,
            summary: id,
            paging: paging,
            pathParameters: path.segments.count > 1 ? [.init(name: "drawer", schema: .string(), isRequired: true)] : [],
            queryParameters: id == "listFiles" ? filters : [],
            rules: id == "listFiles" ? [.span(from: "made_from", to: "made_to", seconds: nil)] : [],
            requestBody: isSearch
                ? .init(schema: .object([.init("states", .list(of: state), isRequired: false)]), example: "{}") : nil,
            success: .init(status: 200, body: .named("File"))
        )
    }

    static let api = APIDescription(
        name: "Cabinet",
        title: "Cabinet API",
        version: "1.0.0",
        servers: [.init(name: "production", url: "https://cabinet.example/v1")],
        errors: .problem,
        endpoints: [listFiles, getDrawer, searchFiles, listSteps],
        types: [
            "File": .object([
                .init("id", .string()), .init("state", state), .init("labels", .list(of: label)),
                .init("made_on", .string(format: .date)),
            ])
        ]
    )

    static let fixtures = Fixtures(
        baseURL: "http://localhost/v1",
        tenants: ["all"],
        credentials: [],
        parameters: ["all": ["listFiles": ["drawer": "left"], "getDrawer": ["drawer": "right"]]]
    )

    /// What a server can do wrong, each with the check that must find it.
    enum Fault: String, CaseIterable {
        case takesCursorsOfAll = "listFiles/cursor-of-other-path/drawer"
        case ignoresLabels = "listFiles/filter/label"
        case ignoresEnd = "listFiles/filter-range/made_from"
        case ignoresStates = "searchFiles/filter/states"
        case saysNothingBefore = "listSteps/link/prev"
    }
}
