import CharterRuntime

extension Exchange {
    /// Whether the request has quotas that count it only if its call is new: ``EffectRun`` counts it, when it has looked.
    var countsQuotasAfterLookingUpItsCall: Bool {
        !route.quotas.isEmpty && idempotencyKey != nil && endpoint.idempotency != nil && api.description.looksUpCallsBeforeQuotas
    }
}

extension APIDescription {
    /// Whether the order of checks has repeated calls before quotas.
    var looksUpCallsBeforeQuotas: Bool {
        requests.order.first { $0 == .quotas || $0 == .idempotency } != .quotas
    }
}
