public import CharterRuntime
public import CharterServer
public import RavenModels

/// What a handler of Raven Cloud writes with: it is there together with the answer, or not at all.
public protocol RavenTransaction: EffectTransaction, KeyRegistry {
    /// Writes a message of a tenant, and that it is to be delivered.
    ///
    /// - Throws: `Refusal.notFound` where there is no such tenant.
    func insert(_ message: Message, of tenant: String) async throws

    /// Writes a tenant, which a person owns from now on.
    ///
    /// - Parameter plan: The name of its plan in the contract, or nil for one that the contract does not limit.
    /// - Throws: ``TenantFault``; nothing is written then.
    func insert(_ tenant: Tenant, plan: String?, owner: UniqueID) async throws
}
