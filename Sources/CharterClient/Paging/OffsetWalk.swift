import CharterRuntime

/// Decides where the next page of a list begins and whether there is one.
///
/// It does no I/O.
struct OffsetWalk: Sendable {
    /// What a page says about the walk.
    struct Step: Sendable {
        var count: Int
        var total: Int?
        var hasMore: Bool?
        var offset: Int?
        var body: [UInt8]
    }

    private let fullPage: Int
    private var offset: Int
    private var isAtEnd = false
    private var previous: [UInt8]?

    init(paging: APIDescription.Paging, pageSize: Int?, offset: Int?) {
        let size = paging.pageSize
        // A server that clamps gives no more than its maximum; such a page is full.
        fullPage = Swift.max(1, Swift.min(pageSize ?? size.defaultValue, size.maximum))
        self.offset = offset ?? 0
    }

    /// The offset of the next page, or nil behind the last one.
    ///
    /// The walk is at its end until ``receive(_:)`` says otherwise, so that nothing follows a failure.
    mutating func next() -> Int? {
        if isAtEnd { return nil }
        isAtEnd = true
        return offset
    }

    /// Takes note of a page.
    mutating func receive(_ step: Step) throws(PagingFault) {
        if let used = step.offset, used != offset { throw .otherOffset(asked: offset, used: used) }
        if step.count > 0, step.body == previous { throw .repeatedPage(offset: offset) }
        previous = step.body
        let (next, isBeyondCounting) = offset.addingReportingOverflow(step.count)
        offset = next
        isAtEnd = step.count == 0 || isBeyondCounting || !more(after: step)
    }

    /// What the page states goes before what its size lets guess.
    private func more(after step: Step) -> Bool {
        if let hasMore = step.hasMore { return hasMore }
        if let total = step.total { return offset < total }
        return step.count >= fullPage
    }
}
