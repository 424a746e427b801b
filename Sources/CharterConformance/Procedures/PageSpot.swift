import CharterRuntime

/// Where a page of a list begins, as a request says it.
enum PageSpot: Hashable, Sendable {
    /// At the beginning, of which a request says nothing.
    case start
    /// Behind so many items.
    case offset(Int)
    /// At the page of that number.
    case page(Int)
    /// Where the page before said, by a text that only the server understands.
    case cursor(String)
    /// Behind the item whose field has that value.
    case after(String)
    /// Where the page before said, by a URL.
    case url(String)
}

extension PageSpot: CustomStringConvertible {
    /// The spot as the end of a sentence: `at offset 4`.
    var description: String {
        switch self {
        case .start: "at the beginning"
        case .offset(let offset): "at offset \(offset)"
        case .page(let number): "of number \(number)"
        case .cursor(let text): "at the cursor \(text)"
        case .after(let text): "behind \(text)"
        case .url(let text): "at \(text)"
        }
    }
}

extension APIDescription.Paging {
    /// Where a list begins.
    var start: PageSpot {
        if members.inLinkHeader { return .start }
        return switch position {
        case .offset: .offset(0)
        case .page(_, let first): .page(first)
        case .cursor, .after, .url, .first: .start
        }
    }

    /// Where the page behind a page begins; nil behind the last one.
    ///
    /// What a page says of the end is not believed where its size tells too: a page that is not full is the last one.
    func spot(behind page: PageReading, at spot: PageSpot, size: Int) -> PageSpot? {
        if members.inLinkHeader { return page.next.map(PageSpot.url) }
        switch (position, spot) {
        case (.cursor, _): return page.next.map(PageSpot.cursor)
        case (.url, _): return page.next.map(PageSpot.url)
        case (.first, _): return nil
        case _ where page.items.count < size || (pastEnd == .reject && !page.leadsOn(from: spot, size: size, self)):
            return nil
        case (.offset, .offset(let offset)): return .offset(offset + page.items.count)
        case (.page, .page(let number)): return .page(number + 1)
        case (.after(_, let field, _), _): return page.items.last?.member(at: field)?.parameterText.map(PageSpot.after)
        default: return nil
        }
    }

    /// The number of items before a spot, as far as the spot tells.
    fileprivate func start(of spot: PageSpot, size: Int) -> Int {
        switch (position, spot) {
        case (.offset, .offset(let offset)): offset
        case (.page(_, let first), .page(let number)): (number - first) * size
        default: 0
        }
    }

    /// The spot behind the last of so many items; nil where only the last page knows it.
    func end(of count: Int, size: Int) -> PageSpot? {
        switch position {
        case .offset where !members.inLinkHeader: .offset(count)
        case .page(_, let first) where !members.inLinkHeader: .page(first + (count + size - 1) / size)
        case .offset, .page, .cursor, .after, .url, .first: nil
        }
    }
}

extension PageReading {
    /// Whether the page says that more follow, in whatever way; where positions behind the end are refused nothing else can be asked.
    fileprivate func leadsOn(from spot: PageSpot, size: Int, _ paging: APIDescription.Paging) -> Bool {
        if let says = saysMore(paging.members) { return says }
        if let total, paging.counts == .matching { return total > paging.start(of: spot, size: size) + items.count }
        guard let pages, case .page(let number) = spot, case .page(_, let first) = paging.position else { return false }
        return number - first + 1 < pages
    }
}

extension JSONValue {
    /// A scalar as a query has it.
    var parameterText: String? {
        switch self {
        case .string(let text): text
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .exact(let number): String(number)
        case .boolean(let flag): String(flag)
        case .null, .array, .object: nil
        }
    }
}
