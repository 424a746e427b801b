import CharterRuntime

/// Refuses callers who lack the endpoint's scopes, whether they hold them or other scopes that imply them: 403.
///
/// Where anonymous callers are let in, they are not asked for scopes.
struct ScopeAuthorization: RequestStage {
    let api: APIDescription

    func pass(_ exchange: inout Exchange) throws {
        try exchange.require(.credentials, before: .scope)
        guard exchange.asksForCredential else { return }
        let scope = exchange.endpoint.scope
        guard api.scopes(exchange.caller.scopes, satisfy: scope) else { throw Refusal.insufficientScope(scope) }
    }
}

extension Exchange {
    /// Whether the caller had to present a credential, or did so.
    var asksForCredential: Bool {
        !asked.isOpen || !presented.isEmpty
    }
}
