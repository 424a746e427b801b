import CharterRuntime

/// Decides where the next page of a list begins and whether there is one.
///
/// It does no I/O. What a page states goes before what its size lets guess.
struct PageWalk: Sendable {
    private let paging: APIDescription.Paging
    private let fullPage: Int
    private let beginsAtFirst: Bool
    private var position: PagePosition
    private var isAtEnd = false
    private var previous: [UInt8]?
    private var seen: Set<PagePosition> = []
    private var count = 0

    init(paging: APIDescription.Paging, pageSize: Int?, beginning position: PagePosition, isFirst: Bool) {
        self.paging = paging
        self.position = position
        beginsAtFirst = isFirst
        let size = paging.pageSize
        let asked = size.parameter == nil ? nil : pageSize
        // A server that clamps gives no more than its maximum; such a page is full.
        fullPage = Swift.max(1, Swift.min(asked ?? size.defaultValue, size.maximum))
    }

    /// The position of the next page, or nil behind the last one.
    ///
    /// The walk is at its end until ``receive(_:)`` says otherwise, so that nothing follows a failure.
    mutating func next() -> PagePosition? {
        if isAtEnd { return nil }
        isAtEnd = true
        seen.insert(position)
        return position
    }

    /// Takes note of a page.
    mutating func receive(_ step: PageStep) throws(PagingFault) {
        if step.count > 0, step.body == previous { throw repetition }
        previous = step.body
        count += step.count
        guard let next = try position(after: step) else { return }
        // A position is a text that says where the server is: the same one again would lead around for ever.
        guard !seen.contains(next) else { throw .repeatedPosition }
        position = next
        isAtEnd = false
    }

    private var repetition: PagingFault {
        switch position {
        case .offset(let offset): .repeatedPage(offset: offset)
        case .page(let number): .repeatedPageNumber(number)
        case .beginning, .cursor, .after, .before, .url: .repeatedPosition
        }
    }

    private func position(after step: PageStep) throws(PagingFault) -> PagePosition? {
        if paging.followsLinks { return try given(step, as: { .url($0, from: step.target) }) }
        switch paging.position {
        case .offset: return try offset(after: step)
        case .page(_, let first): return try page(after: step, first: first)
        case .after(_, let field, _): return try item(after: step, field: field)
        case .cursor: return try given(step, as: PagePosition.cursor)
        case .url: return try given(step, as: { .url($0, from: step.target) })
        case .first: return nil
        }
    }

    /// A position that the page gives itself; an empty page may lead on, where the server leaves out what it has looked at.
    private func given(_ step: PageStep, as make: (String) -> PagePosition) throws(PagingFault) -> PagePosition? {
        if step.hasMore == false { return nil }
        if let next = step.next { return make(next) }
        if step.hasMore == true { throw .missingPosition }
        return nil
    }

    private func offset(after step: PageStep) throws(PagingFault) -> PagePosition? {
        guard case .offset(let asked) = position else { return nil }
        if let used = step.offset, used != asked { throw .otherOffset(asked: asked, used: used) }
        let (next, isBeyondCounting) = asked.addingReportingOverflow(step.count)
        if step.count == 0 || isBeyondCounting { return nil }
        return more(after: step, seen: next) ? .offset(next) : nil
    }

    private func page(after step: PageStep, first: Int) throws(PagingFault) -> PagePosition? {
        guard case .page(let asked) = position else { return nil }
        if let used = step.page, used != asked { throw .otherPage(asked: asked, used: used) }
        let (next, isBeyondCounting) = asked.addingReportingOverflow(1)
        if step.count == 0 || isBeyondCounting { return nil }
        if step.hasMore == nil {
            if let pages = step.pages { return next &- first < pages ? .page(next) : nil }
            if paging.members.next != nil { return step.next == nil ? nil : .page(next) }
        }
        let (before, isTooMany) = (asked &- first).multipliedReportingOverflow(by: step.pageSize ?? fullPage)
        return more(after: step, seen: isTooMany ? nil : before &+ step.count) ? .page(next) : nil
    }

    private func item(after step: PageStep, field: String) throws(PagingFault) -> PagePosition? {
        // Behind a page that was asked for by what follows it, there is that at least.
        let isFollowed = if case .before = position { true } else { false }
        guard step.count > 0, isFollowed || more(after: step, seen: beginsAtFirst ? count : nil) else { return nil }
        guard let last = step.last else { throw .missingField(field) }
        return .after(last)
    }

    /// Whether more items follow, where so many of the list have gone by; nil if nobody knows how many.
    private func more(after step: PageStep, seen: Int?) -> Bool {
        if let hasMore = step.hasMore { return hasMore }
        if paging.counts == .matching, let total = step.total, let seen { return seen < total }
        return step.count >= Swift.min(fullPage, step.pageSize ?? fullPage)
    }
}

extension APIDescription.Paging {
    /// Whether the next page is the one in the `Link` header field; a member of the body goes before it.
    var followsLinks: Bool {
        members.inLinkHeader && members.next == nil
    }
}
