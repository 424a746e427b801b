import CharterRuntime

/// A handler's page contradicts itself or the request, so that a caller would miss items, or walk in circles; an error of whoever wrote the handler, or of its store.
enum PageFault: Error, CustomStringConvertible {
    /// Who skips as many items as were asked for would see the others twice.
    case tooManyItems(Int, limit: Int, endpoint: String)
    /// There is no other way to the items that follow.
    case moreWithoutNext(endpoint: String)
    /// There is a way to what is said not to be.
    case nextWithoutMore(endpoint: String)

    var description: String {
        switch self {
        case .tooManyItems(let count, let limit, let endpoint):
            "the page of '\(endpoint)' has \(count) items, of which \(limit) were asked for: return no more than the requested page's 'limit'"
        case .moreWithoutNext(let endpoint):
            "the page of '\(endpoint)' says that more items follow, and has no 'next' that leads to them: return the cursor, or leave 'hasMore' out"
        case .nextWithoutMore(let endpoint):
            "the page of '\(endpoint)' has a 'next', and says that no more items follow: return no cursor on the last page, or leave 'hasMore' out"
        }
    }

    /// Makes sure that a page is what was asked for, and says one thing of its list.
    ///
    /// Totals are not held against items: a list may change between the two looks that a handler takes at it.
    static func check(
        _ page: Page<some Sendable>,
        for asked: RequestedPage,
        by paging: APIDescription.Paging,
        of endpoint: String
    ) throws(PageFault) {
        guard page.items.count <= asked.limit else {
            throw .tooManyItems(page.items.count, limit: asked.limit, endpoint: endpoint)
        }
        // Behind a last item, what leads on is that item.
        guard paging.needsNext, let hasMore = page.hasMore, hasMore != (page.next != nil) else { return }
        throw hasMore ? .moreWithoutNext(endpoint: endpoint) : .nextWithoutMore(endpoint: endpoint)
    }
}

extension APIDescription.Paging {
    /// Whether only a text of the handler's leads from a page to the next one.
    fileprivate var needsNext: Bool {
        switch position {
        case .cursor, .url: true
        case .offset, .page, .after, .first: false
        }
    }
}
