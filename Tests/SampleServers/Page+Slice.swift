import CharterRuntime
import CharterServer

extension Page {
    /// The part of a whole list that a request asks for.
    package init(of list: [Item], _ page: OffsetPage) {
        self.init(items: Array(list.dropFirst(page.offset).prefix(page.limit)), total: list.count)
    }
}
