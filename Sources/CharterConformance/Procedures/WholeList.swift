import CharterRuntime

/// A list as large pages give it.
struct WholeList {
    /// Large pages to read at most; of a longer list the rest is left alone.
    private static let largePages = 5

    private(set) var items: [JSONValue] = []
    /// Whether the items are all of them.
    private(set) var isComplete = false
    /// The pages that the items come from.
    private(set) var stretches: [ListStretch] = []

    init(_ reader: PageReader) async throws {
        let paging = reader.paging
        let size = paging.pageSize.parameter == nil ? paging.pageSize.defaultValue : paging.pageSize.maximum
        var spot = paging.start
        while stretches.count < Self.largePages, !isComplete {
            var stretch = ListStretch(start: items.count, size: size, spot: spot)
            let page = try await reader.page(size: size, at: spot)
            // Where the size is fixed there is no second reading to compare with.
            if paging.pageSize.parameter == nil, !page.items.isEmpty, page.items == stretches.last?.page?.items {
                throw stretch.fault("it repeats the page before", reader)
            }
            stretch.page = page
            stretches.append(stretch)
            items += page.items
            let next = page.items.isEmpty ? nil : paging.spot(behind: page, at: spot, size: size)
            spot = next ?? spot
            isComplete = next == nil
        }
    }
}
