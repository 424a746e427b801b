import CharterRuntime

/// Refuses callers who have none of the endpoint's roles, nor one that includes it, in the tenant on whose data they work: 403.
///
/// Only callers whose credential comes with roles are asked; what keys may do is said by their scopes.
struct RoleAuthorization: RequestStage {
    let api: APIDescription

    func pass(_ exchange: inout Exchange) throws {
        try exchange.require(.credentials, before: .role)
        let needed = exchange.endpoint.roles
        guard !needed.isEmpty, exchange.credentials.contains(where: { !$0.roles.isEmpty }) else { return }
        if api.tenancy != nil, exchange.endpoint.tenancy == .tenant { try exchange.require(.tenant, before: .role) }
        let held = exchange.caller.roles(in: exchange.tenant)
        guard api.roles(held, satisfyAnyOf: needed) else { throw Refusal.insufficientRole(needed) }
    }
}
