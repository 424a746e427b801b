import CharterRuntime

/// A page and the stretch of the list that it should be.
struct ListStretch {
    /// The number of items before it.
    let start: Int
    /// The number of items that was asked for.
    let size: Int
    /// Where it begins, as the request says it.
    let spot: PageSpot
    /// What came.
    var page: PageReading?

    init(start: Int, size: Int, spot: PageSpot) {
        self.start = start
        self.size = size
        self.spot = spot
    }

    func fault(_ reason: String, _ reader: PageReader) -> Departure {
        Departure(request: reader.request(size: size, at: spot), reason: "the page of size \(size) \(spot): \(reason)")
    }

    /// What is wrong with the page, or nil.
    func fault(in list: WholeList, paging: APIDescription.Paging) -> String? {
        guard let page else { return nil }
        let stretch = list.items.dropFirst(start).prefix(size)
        guard page.items == Array(stretch) else { return "its \(page.items.count) items are not those of the list there" }
        if let number = page.page, case .page(let asked) = spot, number != asked { return "it states the page \(number)" }
        if let offset = page.offset, case .offset(let asked) = spot, offset != asked { return "it states the offset \(offset)" }
        if let fault = countFault(page, of: list, paging) { return fault }
        let isMore = start + stretch.count < list.items.count || !list.isComplete
        // The last page may not know yet that nothing follows; then an empty one does.
        // Where pages are numbered and those behind the last are refused, there is no such page.
        let isRefused = if case .page = paging.position { paging.pastEnd == .reject } else { false }
        let mayLead = !paging.endsWithItems && !isRefused && page.hasMore == nil && !stretch.isEmpty
        guard let says = page.saysMore(paging.members), says != isMore, !(says && mayLead) else { return nil }
        return "it says \(says ? "that more follow" : "that it is the last")"
    }

    private func countFault(_ page: PageReading, of list: WholeList, _ paging: APIDescription.Paging) -> String? {
        guard list.isComplete else { return nil }
        let count = list.items.count
        // A total of all items may count some that a filter leaves out.
        if let total = page.total, paging.counts == .all ? total < count : total != count {
            return "its total is \(total) where the list has \(count) items"
        }
        // Whether nothing is cut into no page or into an empty one is not said.
        if count > 0, paging.counts == .matching, let pages = page.pages, pages != (count + size - 1) / size {
            return "it states \(pages) pages"
        }
        return nil
    }
}
