import CharterRuntime
import CharterServer

/// Where a page of a list ends: at an item, whatever comes to the list or leaves it meanwhile.
struct ListPosition: Hashable, Sendable {
    /// When the item was made.
    let instant: Timestamp
    /// What tells it from others of the same instant, as the storage has it.
    let name: String
}

extension ListPosition {
    /// The position as the text of a cursor, which the server seals.
    var text: String { "\(instant) \(name)" }

    /// Reads a position; nil for a text that is none.
    init?(text: String) {
        let parts = text.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, let instant = Timestamp(String(parts[0])) else { return nil }
        self.init(instant: instant, name: String(parts[1]))
    }
}

extension CursorPage {
    /// The item behind which the page begins; nil for the first page.
    ///
    /// - Throws: ``CharterServer/Refusal/invalidCursor`` for a text that no list gave, which the server lets no caller send.
    var position: ListPosition? {
        get throws {
            guard let cursor else { return nil }
            guard let position = ListPosition(text: cursor) else { throw Refusal.invalidCursor }
            return position
        }
    }
}

extension Page {
    /// The page of items that were asked for together with one more, which only tells whether the list goes on.
    init(_ items: [Item], _ page: CursorPage, position: (Item) -> ListPosition) {
        let shown = Array(items.prefix(page.limit))
        self.init(items: shown, next: items.count > shown.count ? shown.last.map { position($0).text } : nil)
    }
}
