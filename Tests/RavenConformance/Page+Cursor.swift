import CharterRuntime
import CharterServer
import SampleServers

extension Page where Item: Listed {
    /// The part of a whole list that a request asks for.
    ///
    /// A cursor names the last item by its position and not by its number, so that what comes to the list or leaves it meanwhile makes no
    /// other item stand twice or nowhere.
    ///
    /// - Throws: ``Refusal/invalidCursor`` for a text that is none of these, which the server lets no caller send.
    init(of items: [Item], _ page: CursorPage) throws {
        let first = try page.cursor.map { try ListPosition(text: $0).orRefuse(.invalidCursor) }
        let rest = items.sorted { $0.position < $1.position }.drop { item in first.map { item.position <= $0 } ?? false }
        let shown = rest.prefix(page.limit)
        let next = shown.count < rest.count ? shown.last?.position.text : nil
        self.init(items: Array(shown), next: next)
    }
}
