import CharterRuntime

/// Refuses callers who have none of the endpoint's roles, nor one that includes it: 403.
///
/// Only callers whose credential comes with roles are asked; what keys may do is said by their scopes.
struct RoleAuthorization: RequestStage {
    let api: APIDescription

    func pass(_ exchange: inout Exchange) throws {
        let needed = exchange.endpoint.roles
        guard !needed.isEmpty, exchange.credentials.contains(where: { !$0.roles.isEmpty }) else { return }
        let held = api.roles(includedIn: exchange.caller.roles)
        guard needed.contains(where: held.contains) else { throw Refusal.insufficientRole(needed) }
    }
}

extension APIDescription {
    /// Some roles, and every other one that they grant, directly or through another.
    fileprivate func roles(includedIn held: Set<String>) -> Set<String> {
        var included = held
        var pending = Array(held)
        while let name = pending.popLast() {
            guard let role = roles.first(where: { $0.name == name }) else { continue }
            for other in roles where role.grants.contains(other.name) && included.insert(other.name).inserted {
                pending.append(other.name)
            }
        }
        return included
    }
}
