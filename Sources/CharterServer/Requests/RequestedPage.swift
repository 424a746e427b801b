/// The page that a request asks for.
enum RequestedPage: Hashable, Sendable {
    case offset(OffsetPage)
    case cursor(CursorPage)

    /// The number of items that the page may have at most.
    var limit: Int {
        switch self {
        case .offset(let page): page.limit
        case .cursor(let page): page.limit
        }
    }

    /// The page where it is told by the number of items before it.
    var byNumber: OffsetPage? {
        if case .offset(let page) = self { page } else { nil }
    }

    /// The page where another page leads to it.
    var byCursor: CursorPage? {
        if case .cursor(let page) = self { page } else { nil }
    }
}
