public import CharterRuntime
import CharterServer
public import CharterSQLite
import GRDB
public import RavenModels

extension SQLiteTransaction: RavenTransaction {
    /// Writes a message of a tenant, and that it is to be delivered.
    public func insert(_ message: Message, of tenant: String) async throws {
        guard try await write({ try message.insert($0, of: tenant) }) else { throw Refusal.notFound }
    }

    /// Writes a tenant, which a person owns from now on.
    public func insert(_ tenant: Tenant, plan: String?, owner: UniqueID) async throws {
        try await write { database in
            let people = try database.cachedStatement(sql: "SELECT count(*) FROM people WHERE id = ?")
            guard try Int.fetchOne(people, arguments: [owner.description]) == 1 else { throw TenantFault.unknownPerson }
            let memberships = try database.cachedStatement(sql: "SELECT count(*) FROM memberships WHERE person = ?")
            guard let number = try tenant.insert(database, plan: plan) else { throw TenantFault.slugTaken }
            guard try Int.fetchOne(memberships, arguments: [owner.description]) ?? 0 < Person.mostTenants else {
                throw TenantFault.tooManyTenants
            }
            try Membership.insert(database, of: owner, tenant: number, role: "owner")
        }
    }
}
