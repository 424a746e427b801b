import CharterRuntime

/// Refuses keys of a kind that cannot call the endpoint, also where another credential stands beside them: 403.
struct KeyKindAuthorization: RequestStage {
    func pass(_ exchange: inout Exchange) throws {
        try exchange.require(.credentials, before: .kind)
        let allowed = exchange.endpoint.keyKinds
        let kinds = exchange.presented.compactMap(\.caller.kind)
        if let kind = kinds.first(where: { !allowed.contains($0) }) { throw Refusal.keyKindForbidden(kind, allowed: allowed) }
    }
}
