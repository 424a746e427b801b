import CharterService
import CharterSQLite

extension DatabaseOptions<RavenCloud> {
    /// Changes a tenant.
    ///
    /// - Parameter change: Changes it, and says whether there is one.
    func change(_ slug: String, _ change: (SQLiteRaven) async throws -> Bool) async throws {
        let (service, resources) = try openExisting()
        guard try await change(service.storage) else { throw CommandRefusal("there is no tenant '\(slug)' in \(path): see 'tenants list'") }
        try await resources.store.close()
    }
}
