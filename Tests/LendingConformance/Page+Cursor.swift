import CharterRuntime
import CharterServer

extension Page {
    /// The part of a whole list that a request asks for.
    ///
    /// A cursor says where the last item stands, and not how many stand before it, so that what comes to the list or leaves it meanwhile, that item included,
    /// makes no other stand twice or nowhere.
    ///
    /// - Parameter place: Where an item stands: texts of which each has its own, in their order.
    init(of items: [Item], _ page: CursorPage, greatestFirst: Bool = false, by place: (Item) -> String) {
        let isBefore: (String, String) -> Bool = { greatestFirst ? $0 > $1 : $0 < $1 }
        let sorted = items.sorted { isBefore(place($0), place($1)) }
        let rest = page.cursor.map { last in sorted.filter { isBefore(last, place($0)) } } ?? sorted
        let shown = Array(rest.prefix(page.limit))
        self.init(items: shown, next: rest.count > shown.count ? shown.last.map(place) : nil)
    }
}
