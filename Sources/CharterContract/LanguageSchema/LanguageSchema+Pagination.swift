/// How lists are paged: each style has keys and roles of its own.
extension LanguageSchema {
    static var pagination: PlaceSchema {
        .either([
            style(
                "offset",
                "A number of items to skip.",
                keys: [.needed("offset", "The query parameter that says how many items to skip.", parameter)],
                roles: [total, hasMore, pageSizeEcho, role("offset", "The number of items that were skipped.")]
            ),
            style("page", "The number of a page.", keys: [.needed("page", "How pages are numbered.", page), end], roles: pageRoles),
            style(
                "cursor",
                "A text that the page before gave.",
                keys: [.needed("cursor", "The query parameter that holds the cursor.", cursor), end],
                roles: [total, hasMore, pageSizeEcho, .needed("next", "The cursor of the next page.", .text), previous("cursor")]
            ),
            style("after", "The value of a field of the last item that was seen.", keys: afterKeys, roles: [total, hasMore]),
            style("link", "The relations of the 'Link' header field (RFC 8288).", keys: linkKeys, roles: [total]),
            style(
                "url",
                "The URL that the page before gave.",
                keys: [end],
                roles: [total, .needed("next", "The URL of the next page.", .text), previous("URL")]
            ),
        ])
    }

    private static func style(_ name: String, _ meaning: String, keys: [SchemaKey], roles: [SchemaKey]) -> PlaceSchema {
        let items = PlaceSchema.either(.words(["body": "The body is the bare list."]), .text)
        let response = PlaceSchema.map([.needed("items", "The member that holds the items.", items)] + roles)
        return .map(
            [
                .needed("style", "How a request says which page it wants.", .words([name: meaning])),
                .needed(
                    "pageSize",
                    "The query parameter for it and its bounds, or the size of every page.",
                    .definition("pageSize")
                ),
                .needed("response", "Where a page has what: names of members with dots between them.", response),
            ] + keys + [
                .key(
                    "past",
                    "What a position behind the last item gets.",
                    .words(["empty": "A page without items.", "reject": "400."])
                ),
                .key("order", "The order of the list, in words.", .text),
            ]
        )
    }

    static var pageSize: PlaceSchema {
        let answer = PlaceSchema.words(["reject": "400.", "clamp": "The nearest number that can be asked for."])
        return .either(
            .wholeNumber(from: 1),
            .map([
                .needed("parameter", "The query parameter that asks for a number of items.", .text),
                .needed("default", "The number when it is absent.", .wholeNumber(from: 1)),
                .needed("max", "The most that can be asked for.", .wholeNumber(from: 1)),
                .key("min", "The least that can be asked for; 1 where nothing is said.", .wholeNumber(from: 1)),
                .needed("below", "What a number below the least gets.", answer),
                .needed("above", "What a number above the most gets.", answer),
            ])
        )
    }

    // MARK: Positions

    private static var parameter: PlaceSchema { .map([.needed("parameter", "Its name.", .text)]) }

    private static var page: PlaceSchema {
        .map([
            .needed("parameter", "The query parameter that holds the number of the page.", .text),
            .key("first", "The number of the first page; 1 where nothing is said.", .words(["0": "", "1": ""])),
        ])
    }

    private static var cursor: PlaceSchema {
        .map([
            .needed("parameter", "Its name.", .text),
            .key("bound", "Query parameters that must keep their values from page to page.", .texts),
            .key("lives", "For how long a cursor is valid.", .duration),
        ])
    }

    private static var afterKeys: [SchemaKey] {
        [
            .needed(
                "after",
                "The query parameter for the last item that was seen.",
                .map([
                    .needed("parameter", "Its name.", .text),
                    .needed("field", "The field of the item whose value it holds.", .text),
                ])
            ),
            .key(
                "before",
                "The query parameter for the way back, with the value of the first item.",
                .map([.needed("parameter", "Its name.", .text), .key("field", "The same field as of 'after'.", .text)])
            ),
        ]
    }

    private static var linkKeys: [SchemaKey] {
        let relations = PlaceSchema.words([
            "next": "The next page.", "prev": "The page before.", "first": "The first page.", "last": "The last page.",
        ])
        return [
            .key("page", "How servers number pages. Not beside 'cursor'.", page),
            .key("cursor", "The query parameter that holds a cursor. Not beside 'page'.", cursor),
            .key("rels", "The relations that there are; all where nothing is said.", .list(of: relations, atLeast: 1)),
        ]
    }

    // MARK: Roles

    private static var pageRoles: [SchemaKey] {
        [
            total, hasMore, pageSizeEcho, role("page", "The number of the page."), role("pages", "The number of pages."),
            role("next", "The URL of the next page."), previous("URL"),
        ]
    }

    private static let total = role("total", "The number of items on all pages.")
    private static let hasMore = role("hasMore", "Whether there is a next page.")
    private static let pageSizeEcho = role("pageSize", "The size of the page.")

    private static func previous(_ what: String) -> SchemaKey { role("previous", "The \(what) of the page before.") }

    private static func role(_ name: String, _ about: String) -> SchemaKey { .key(name, about, .text) }

    private static var end: SchemaKey {
        .key(
            "end",
            "What stands for 'next' on the last page, and for 'previous' on the first.",
            .words(["null": "Null.", "absent": "Nothing: the member is left out.", "empty": "An empty text."])
        )
    }
}
