public import CharterRuntime
public import CharterServer
import CharterSQLite

extension SQLiteRaven {
    /// A part of a tenant's keys.
    public func keys(of tenant: String, _ page: CursorPage) async throws -> Page<StoredKey> {
        let last = try page.position
        let keys = try await store.newestKeys(of: tenant, before: last.map { ($0.instant, id: $0.name) }, atMost: page.limit + 1)
        return Page(keys, page) { ListPosition(instant: $0.createdAt ?? Timestamp(milliseconds: 0), name: $0.id) }
    }
}
