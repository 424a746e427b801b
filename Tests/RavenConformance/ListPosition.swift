import CharterRuntime
import RavenModels

/// Something that a list shows.
protocol Listed: Sendable {
    var id: UniqueID { get }
    var createdAt: Timestamp { get }
}

extension Message: Listed {}
extension Tenant: Listed {}
extension TenantKey: Listed {}

/// Where an item stands in its list, whatever else is there: the newest first, and of one instant the one that came last.
struct ListPosition: Comparable, Sendable {
    let createdAt: Timestamp
    let id: UniqueID

    static func < (left: ListPosition, right: ListPosition) -> Bool {
        (right.createdAt, right.id.description) < (left.createdAt, left.id.description)
    }
}

extension ListPosition {
    /// The position as the text of a cursor.
    var text: String { "\(createdAt) \(id)" }

    /// Reads a position; nil for a text that is none.
    init?(text: String) {
        let parts = text.split(separator: " ").map(String.init)
        guard parts.count == 2, let createdAt = Timestamp(parts[0]), let id = UniqueID(parts[1]) else { return nil }
        self.init(createdAt: createdAt, id: id)
    }
}

extension Listed {
    var position: ListPosition { ListPosition(createdAt: createdAt, id: id) }
}
