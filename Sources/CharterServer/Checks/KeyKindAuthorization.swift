import CharterRuntime

/// Refuses keys of a kind that cannot call the endpoint: 403.
struct KeyKindAuthorization: RequestStage {
    func pass(_ exchange: inout Exchange) throws {
        guard let kind = exchange.caller.kind, !exchange.endpoint.keyKinds.contains(kind) else { return }
        throw Refusal.keyKindForbidden(kind, allowed: exchange.endpoint.keyKinds)
    }
}
