import CharterRuntime
import CharterServer
import SampleServers

extension Page {
    /// The part of a whole list that a request asks for by an item that was seen.
    ///
    /// - Throws: ``Refusal`` for an item that the list does not have.
    init(of list: [Item], by id: KeyPath<Item, String>, _ page: CursorPage) throws {
        if let last = page.cursor {
            let rest = list.dropFirst(try list.position(of: last, by: id, "query.after") + 1)
            self.init(items: Array(rest.prefix(page.limit)), hasMore: rest.count > page.limit)
        } else if let first = page.before {
            let rest = list.prefix(try list.position(of: first, by: id, "query.before"))
            self.init(items: Array(rest.suffix(page.limit)), hasMore: rest.count > page.limit)
        } else {
            self.init(items: Array(list.prefix(page.limit)), hasMore: list.count > page.limit)
        }
    }
}

extension Array {
    fileprivate func position(of seen: String, by id: KeyPath<Element, String>, _ field: String) throws -> Int {
        try firstIndex { $0[keyPath: id] == seen }
            .orRefuse(.invalidRequest([.init(field: field, message: "is no item of this list")]))
    }
}
