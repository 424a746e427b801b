public import CharterRuntime

/// The pages of a list, each fetched when it is read.
///
/// Every iteration starts anew.
public struct PageSequence<Item: JSONReadable & Sendable>: AsyncSequence, Sendable {
    let source: PageSource<Item>

    /// An iterator that begins with the first page.
    public func makeAsyncIterator() -> Iterator {
        Iterator(source: source)
    }

    /// Reads the pages one after the other.
    public struct Iterator: AsyncIteratorProtocol {
        private let source: PageSource<Item>
        private var walk: PageWalk

        fileprivate init(source: PageSource<Item>) {
            self.source = source
            walk = source.walk
        }

        /// The next page, or nil behind the last one.
        ///
        /// An empty page comes only as the first of an empty list.
        ///
        /// - Throws: ``ClientError``, with ``PagingFault`` inside where the server makes no progress; the list is at its end after that.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws(ClientError) -> Page<Item>? {
            while let position = walk.next() {
                let received = try await source.page(at: position)
                do {
                    try walk.receive(received.step)
                } catch {
                    throw .undecodable(error, received.reply)
                }
                if !received.page.items.isEmpty || position == source.firstPosition { return received.page }
            }
            return nil
        }
    }
}
