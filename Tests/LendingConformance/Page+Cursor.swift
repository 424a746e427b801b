import CharterRuntime
import CharterServer
import SampleServers

extension Page {
    /// The part of a whole list behind the item whose name a request gives as its cursor.
    ///
    /// - Throws: ``Refusal/invalidCursor`` if there is no such item.
    init(of list: [Item], _ page: CursorPage, named name: (Item) -> String) throws {
        var rest = list[...]
        if let cursor = page.cursor {
            let last = try list.firstIndex { name($0) == cursor }.orRefuse(.invalidCursor)
            rest = list[(last + 1)...]
        }
        let items = Array(rest.prefix(page.limit))
        self.init(items: items, next: rest.count > items.count ? items.last.map(name) : nil)
    }
}
