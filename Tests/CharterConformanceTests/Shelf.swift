import CharterRuntime

/// One list, paged in each of the ways that the language has.
enum Shelf: String, CaseIterable, CustomStringConvertible {
    case numbered, refusingBehind, byCursor, after, byURL, linked

    var description: String { rawValue }

    var api: APIDescription {
        APIDescription(
            name: "Shelf",
            title: "Shelf API",
            version: "1.0.0",
            servers: [.init(name: "production", url: "https://shelf.example/v1")],
            errors: .problem,
            endpoints: [endpoint],
            types: ["Book": .object([.init("id", .string()), .init("copies", .integer())])]
        )
    }

    var endpoint: APIDescription.Endpoint {
        APIDescription.Endpoint(
            id: "listBooks",
            method: .get,
            path: "/books",
            summary: "Lists books",
            paging: paging,
            success: .init(status: 200, body: .named("Book"))
        )
    }

    var paging: APIDescription.Paging {
        typealias Paging = APIDescription.Paging
        var size = Paging.PageSize(parameter: "size", defaultValue: 3, minimum: 1, maximum: 4, below: .reject, above: .reject)
        switch self {
        case .numbered, .refusingBehind:
            return Paging(
                name: rawValue,
                pageSize: size,
                position: .page(parameter: "page", first: 1),
                members: .init(items: "data.books", total: "data.total", page: "data.page", pages: "data.pages"),
                pastEnd: self == .numbered ? .emptyPage : .reject
            )
        case .byCursor:
            let position = Paging.Position.cursor(parameter: "cursor", boundTo: [], lifetime: nil)
            return Paging(name: rawValue, pageSize: size, position: position, members: .init(items: "books", next: "meta.next"))
        case .after:
            let position = Paging.Position.after(parameter: "after", field: "id", before: nil)
            return Paging(name: rawValue, pageSize: size, position: position, members: .init(items: "books", hasMore: "more"))
        case .byURL:
            size.parameter = nil
            let members = Paging.Members(items: "books", total: "total", next: "links.next")
            return Paging(name: rawValue, pageSize: size, position: .url, members: members, end: .absent)
        case .linked:
            return Paging(
                name: rawValue,
                pageSize: size,
                position: .page(parameter: "page", first: 0),
                members: .init(linkRelations: [.next, .previous])
            )
        }
    }

    /// What a server can do wrong with such a list.
    enum Fault: String, CaseIterable {
        case positionIgnored, itemLost, endUntrue, badPositionTaken, wrongType
    }

    /// The checks that must find a fault.
    func checks(finding fault: Fault) -> [String] {
        switch (fault, self) {
        case (.positionIgnored, _), (.itemLost, _), (.endUntrue, _): ["whole-walk"]
        case (.badPositionTaken, .byCursor): ["invalid-cursor"]
        case (.badPositionTaken, .numbered), (.badPositionTaken, .refusingBehind), (.badPositionTaken, .linked):
            ["page-before-first", "page-not-a-number"]
        case (.badPositionTaken, .after), (.badPositionTaken, .byURL): []
        case (.wrongType, _): ["whole-walk", "response-shape"]
        }
    }
}
