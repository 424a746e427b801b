import CharterRuntime

/// The checks of an API's requests, in the order in which the first refusal is the answer.
struct RequestStages: Sendable {
    let api: APIDescription
    let verification: CredentialVerification
    let tenants: (any TenantDirectory)?
    /// The largest number of bytes that any body may have; nil where the API's description says it.
    let maximumBodySize: Int?
    let counting: LimitCounting
    /// Where throttles are counted.
    let throttles: any LimitStore
    /// Where quotas of requests are counted; nil where none was given.
    let quotas: (any LimitStore)?

    /// The checks, as the API orders them; those that it does not name come last.
    var ordered: [any RequestStage] {
        typealias Stage = APIDescription.RequestRules.Stage
        let named = api.requests.order
        let order = named + Stage.allCases.filter { !named.contains($0) }
        let joins = zip(order, order.dropFirst()).contains { $0 == (.parameters, .body) }
        // A cursor is a parameter, and holds for one tenant.
        let last = order.last { $0 == .parameters || $0 == .tenant }
        return order.flatMap { name -> [any RequestStage] in
            [stage(for: name, joins: joins), name == last ? CursorOpening() : nil].compactMap(\.self)
        }
    }

    private func stage(for name: APIDescription.RequestRules.Stage, joins: Bool) -> (any RequestStage)? {
        let collection = BodyCollection(api: api, maximum: maximumBodySize)
        switch name {
        case .credentials: return Authentication(verification: verification)
        case .kind: return KeyKindAuthorization()
        case .scope: return ScopeAuthorization(api: api)
        case .role: return RoleAuthorization(api: api)
        case .tenant: return TenantIsolation(api: api, directory: tenants)
        case .throttles: return LimitCheck(stage: name, counting: counting, store: throttles)
        case .quotas: return LimitCheck(stage: name, counting: counting, store: quotas)
        case .size: return collection
        case .mediaType: return MediaTypeCheck()
        case .parameters: return RequestValidation(api: api, collection: collection, readsBody: joins)
        case .body: return joins ? nil : RequestValidation(api: api, collection: collection, readsParameters: false)
        case .idempotency: return IdempotencyKeyCheck(api: api)
        }
    }
}
