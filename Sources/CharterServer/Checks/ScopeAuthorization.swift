import CharterRuntime

/// Refuses keys that lack the endpoint's scope, whether they hold it or another scope that implies it: 403.
struct ScopeAuthorization: RequestStage {
    let api: APIDescription

    func pass(_ exchange: inout Exchange) throws {
        guard exchange.endpoint.credential != nil, let scope = exchange.endpoint.scope else { return }
        guard api.scopes(exchange.caller.scopes, satisfy: scope) else { throw Refusal.insufficientScope(scope) }
    }
}
