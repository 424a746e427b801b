import CharterRuntime

/// A list that says more of its pages than where the next one is.
enum Rack: String, CaseIterable, CustomStringConvertible {
    case linked, byID, counted

    var description: String { rawValue }

    /// What a server can do wrong with such a list.
    enum Fault: String, CaseIterable {
        case noPrevious, previousElsewhere, noFirst, otherFirst, otherLast, filterDropped
        case beforeFromStart, anyAfter, anyBefore
        case countedFromZero, pagesRoundedDown, otherOrder, nextOnLast, moreAtEnd

        var rack: Rack {
            switch self {
            case .noPrevious, .previousElsewhere, .noFirst, .otherFirst, .otherLast, .filterDropped: .linked
            case .beforeFromStart, .anyAfter, .anyBefore, .moreAtEnd: .byID
            case .countedFromZero, .pagesRoundedDown, .otherOrder, .nextOnLast: .counted
            }
        }

        /// The check that must find it.
        var check: String {
            switch self {
            case .noPrevious, .previousElsewhere: "link/prev"
            case .noFirst, .otherFirst: "link/first"
            case .otherLast: "link/last"
            case .filterDropped: "filter-in-links/kind"
            case .beforeFromStart: "way-back"
            case .anyAfter: "malformed-after"
            case .anyBefore: "malformed-before"
            case .countedFromZero, .pagesRoundedDown, .otherOrder, .nextOnLast, .moreAtEnd: "whole-walk"
            }
        }
    }

    var api: APIDescription {
        let id = APIDescription.Schema.string(pattern: "^b[0-9]$")
        return APIDescription(
            name: "Rack",
            title: "Rack API",
            version: "1.0.0",
            servers: [.init(name: "production", url: "https://rack.example/v1")],
            errors: .problem,
            endpoints: [endpoint],
            types: ["Book": .object([.init("id", id), .init("kind", Self.kind)])]
        )
    }

    private static let kind = APIDescription.Schema.enumeration(["novel", "atlas"])

    private var endpoint: APIDescription.Endpoint {
        APIDescription.Endpoint(
            id: "listBooks",
            method: .get,
            path: "/books",
            summary: "Lists books",
            paging: paging,
            queryParameters: [.init(name: "kind", schema: Self.kind)],
            success: .init(status: 200, body: .named("Book"))
        )
    }

    private var paging: APIDescription.Paging {
        let numbered = APIDescription.Paging.Position.page(parameter: "page", first: 1)
        let byID = APIDescription.Paging.Position.after(parameter: "after", field: "id", before: "before")
        let members: APIDescription.Paging.Members =
            switch self {
            case .linked: .init(linkRelations: [.next, .previous, .first, .last])
            case .byID: .init(items: "books", hasMore: "more")
            case .counted: .init(items: "books", page: "page", pages: "pages", next: "next")
            }
        return .init(
            name: rawValue,
            pageSize: .init(parameter: "size", defaultValue: 3, minimum: 1, maximum: 9, below: .reject, above: .reject),
            position: self == .byID ? byID : numbered,
            members: members,
            pastEnd: self == .counted ? .reject : .emptyPage,
            orderedBy: [.init(field: "id")]
        )
    }
}
