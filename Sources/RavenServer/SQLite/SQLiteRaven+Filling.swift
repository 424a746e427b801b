import CharterRuntime
import CharterServer
import CharterSQLite
import GRDB
import RavenModels

extension SQLiteRaven {
    /// Fills an empty storage.
    public func fill(with data: DataSet) async throws {
        try await store.withTransaction { transaction in
            try await transaction.write { database in
                guard try Int.fetchOne(database, sql: "SELECT count(*) FROM tenants") == 0 else { throw StorageNotEmpty() }
                for person in data.people { try person.insert(database) }
                for workspace in data.tenants { try workspace.insert(database) }
            }
            for key in data.tenants.flatMap(\.keys) {
                // No key begins so: what nobody was given, nobody can send.
                try await transaction.insert(key, hashed: KeyHash(of: "nobody's \(key.id)"))
            }
        }
    }
}

extension DataSet.Workspace {
    fileprivate func insert(_ database: Database) throws {
        guard let number = try tenant.insert(database, plan: plan) else { throw TenantFault.slugTaken }
        for member in members { try Membership.insert(database, of: member.person, tenant: number, role: member.role) }
        for message in messages { _ = try message.write(database, of: tenant.slug) }
    }
}
