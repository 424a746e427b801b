import CharterRuntime
import CharterServer

/// An item of a list, with the number of its row.
struct Numbered<Item: Sendable>: Sendable {
    let number: Int64
    let item: Item
}

extension Page {
    /// The page of rows that were asked for together with one more.
    init(_ rows: [Numbered<Item>], _ page: CursorPage, instant: (Numbered<Item>) -> Timestamp) {
        let numbered = Page<Numbered<Item>>(rows, page) { ListPosition(instant: instant($0), name: "\($0.number)") }
        self.init(items: numbered.items.map(\.item), next: numbered.next)
    }
}

extension ListPosition? {
    /// The instant and the number behind which a page begins; for the first page those that are behind all others.
    ///
    /// - Throws: ``CharterServer/Refusal/invalidCursor`` for a position in another list.
    var numbered: (milliseconds: Int64, number: Int64) {
        get throws {
            guard let self else { return (.max, .max) }
            guard let number = Int64(self.name) else { throw Refusal.invalidCursor }
            return (self.instant.milliseconds, number)
        }
    }
}
