public import CharterRuntime

/// The items of a paged list, fetched page by page as they are read.
///
/// Every iteration starts anew. An item that is added or removed while the list is read may show twice or not at all where pages are
/// found by offset or number: these count from the beginning of the list as it is at that moment.
public struct Pages<Item: JSONReadable & Sendable>: AsyncSequence, Sendable {
    let source: PageSource<Item>

    /// The pages as the server cuts them, each with the total that it states.
    public var pages: PageSequence<Item> { PageSequence(source: source) }

    /// Fetches just the page that was asked for.
    ///
    /// - Throws: ``ClientError``
    public func first() async throws(ClientError) -> Page<Item> {
        try await source.page(at: source.firstPosition).page
    }

    /// An iterator over the items from the first page on.
    public func makeAsyncIterator() -> Iterator {
        Iterator(pages: pages.makeAsyncIterator())
    }

    /// Reads the items one after the other.
    public struct Iterator: AsyncIteratorProtocol {
        private var pages: PageSequence<Item>.Iterator
        private var items: [Item].Iterator = [].makeIterator()

        fileprivate init(pages: PageSequence<Item>.Iterator) {
            self.pages = pages
        }

        /// The next item, or nil at the end of the list.
        ///
        /// - Throws: ``ClientError``; the list is at its end after that.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws(ClientError) -> Item? {
            while true {
                if let item = items.next() { return item }
                guard let page = try await pages.next(isolation: actor) else { return nil }
                items = page.items.makeIterator()
            }
        }
    }
}
