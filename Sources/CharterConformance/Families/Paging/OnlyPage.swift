import CharterRuntime

/// The first page of a list of which no more can be had, and what it says of the rest.
struct OnlyPage {
    private let probe: EndpointProbe
    private let paging: APIDescription.Paging

    init(_ probe: EndpointProbe, _ paging: APIDescription.Paging) {
        self.probe = probe
        self.paging = paging
    }

    /// Pages of several sizes begin alike, in the documented order, and say the same of what follows.
    func dialogue() throws(MissingFixture) -> Dialogue {
        let request = try probe.sufficientRequest()
        let bounds = paging.pageSize
        let sizes = bounds.parameter == nil ? [bounds.defaultValue] : [max(1, bounds.minimum), bounds.maximum].uniqued
        return Dialogue(request, expecting: "the beginning of the list, true in what it says of the rest") { conversation in
            let reader = PageReader(request: request, paging: paging, exchanger: conversation.exchanger)
            var pages: [(size: Int, page: PageReading)] = []
            for size in sizes { pages.append((size, try await reader.page(size: size, at: .start))) }
            guard let (size, longest) = pages.last else { return "" }
            // A page that is not full is the whole list.
            let count = longest.items.count < size ? longest.items.count : nil
            for (size, page) in pages {
                if let fault = fault(of: page, size: size, longest: longest, count: count) {
                    throw conversation.fail(reader.request(size: size, at: .start), "the page of size \(size): \(fault)")
                }
            }
            return "\(longest.items.count) items"
        }
    }

    /// - Parameter count: How many items the list has; nil where nobody knows.
    private func fault(of page: PageReading, size: Int, longest: PageReading, count: Int?) -> String? {
        let own = page.items.count
        if page.items != Array(longest.items.prefix(size)) { return "its \(own) items are not the first of the list" }
        if let fault = ItemOrder(paging.orderedBy).fault(in: page.items) { return fault }
        if let total = page.total {
            if total < longest.items.count { return "its total is \(total), and \(longest.items.count) items come" }
            if let count, paging.counts == .matching, total != count { return "its total is \(total) where the list has \(count) items" }
        }
        guard let says = page.hasMore else { return nil }
        let total = paging.counts == .matching ? page.total : nil
        // Where a longer page has more of them, they follow.
        let known = longest.items.count > own ? longest.items.count : nil
        guard let whole = count ?? total ?? known, says != (whole > own) else { return nil }
        return "it says \(says ? "that more follow" : "that it is the last")"
    }
}
