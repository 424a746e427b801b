import CharterRuntime
import CharterServer
import SampleServers

extension Page where Item: Listed {
    /// The part of a whole list that a request asks for.
    ///
    /// - Throws: ``Refusal/invalidCursor`` for a cursor that no page of this list gave.
    init(of items: [Item], _ page: CursorPage, list: String) throws {
        let first = try page.cursor.map { try ListCursor($0, of: list).orRefuse(.invalidCursor).last }
        let rest = items.sorted { $0.position < $1.position }.drop { item in first.map { item.position <= $0 } ?? false }
        let shown = rest.prefix(page.limit)
        let next = shown.count < rest.count ? shown.last.map { ListCursor(list: list, last: $0.position).text } : nil
        self.init(items: Array(shown), next: next)
    }
}
