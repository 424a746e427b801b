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

extension Listed {
    var position: ListPosition { ListPosition(createdAt: createdAt, id: id) }
}
