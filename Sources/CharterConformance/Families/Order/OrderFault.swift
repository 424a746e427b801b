import CharterRuntime

/// Something that one of the checks of a request refuses.
struct OrderFault: Sendable {
    let stage: APIDescription.RequestRules.Stage
    /// The answer: a status, and the text by which programs tell the fault.
    let answers: [(status: Int, code: String)]

    /// Whether it is that the caller's own tenant is suspended.
    var isSuspension = false

    /// The fault that the tenant of a caller is suspended, where no request names a tenant that could be another's.
    ///
    /// - Returns: nil where there is no such fault, or a request can ask for another tenant's data.
    static func suspension(of endpoint: APIDescription.Endpoint, in api: APIDescription) -> OrderFault? {
        guard let tenancy = api.tenancy, tenancy.suspendedStatus != nil, endpoint.tenancy == .tenant,
            let credential = api.orderedCredential(of: endpoint), tenancy.place(forCredential: credential.name) == .credential,
            api.callers(of: endpoint).contains(where: { $0.credential == credential.name && !$0.opensEveryTenant })
        else { return nil }
        let answer = (api.errors.status(of: .tenantSuspended), api.errors.text(of: .tenantSuspended))
        return OrderFault(stage: .tenant, answers: [answer], isSuspension: true)
    }

    private init(stage: APIDescription.RequestRules.Stage, answers: [(status: Int, code: String)], isSuspension: Bool) {
        self.stage = stage
        self.answers = answers
        self.isSuspension = isSuspension
    }

    /// The credential of those who have the fault; nil where that is the endpoint's first.
    var credential: String?

    /// The fault of somebody whom a limit counts for the key that is presented.
    ///
    /// - Returns: nil where nobody whom it counts so can have the fault.
    init?(
        _ stage: APIDescription.RequestRules.Stage,
        of endpoint: APIDescription.Endpoint,
        countedBy limit: APIDescription.Limit,
        in api: APIDescription
    ) {
        guard endpoint.auth.alternatives.allSatisfy({ $0.count <= 1 }) else { return nil }
        for credential in endpoint.auth.names.compactMap(api.credential) {
            let countsAll = endpoint.limits.contains(limit.name) || credential.limits.contains(limit.name)
            let kinds = countsAll ? nil : Set(credential.kinds.filter { $0.limits.contains(limit.name) }.map(\.name))
            guard kinds?.isEmpty != true else { continue }
            if let fault = OrderFault(stage, of: endpoint, in: api, by: credential, kinds) {
                self = fault
                self.credential = credential.name
                return
            }
        }
        return nil
    }

    /// - Returns: nil where no request of the endpoint can have the fault, or only after many others.
    init?(
        _ stage: APIDescription.RequestRules.Stage,
        of endpoint: APIDescription.Endpoint,
        in api: APIDescription,
        by credential: APIDescription.Credential? = nil,
        _ kinds: Set<String>? = nil
    ) {
        let own = credential ?? api.orderedCredential(of: endpoint)
        guard let codes = Self.codes(of: stage, endpoint, api, own, kinds) else { return nil }
        self.stage = stage
        let status = stage == .tenant ? api.tenancy?.foreignStatus : nil
        answers = codes.map { (status ?? api.errors.status(of: $0), api.errors.text(of: $0)) }
    }

    private static func codes(
        of stage: APIDescription.RequestRules.Stage,
        _ endpoint: APIDescription.Endpoint,
        _ api: APIDescription,
        _ own: APIDescription.Credential?,
        _ kinds: Set<String>?
    ) -> [Problem.Code]? {
        switch stage {
        case .credentials:
            guard let credential = own, !endpoint.auth.isOpen else { return nil }
            return credential.form == .jwt ? [.credentialUnknown, .credentialMalformed] : [.credentialUnknown]
        case .kind:
            return own.map(api.validKinds)?.contains { !endpoint.keyKinds.contains($0.name) && kinds?.contains($0.name) != false } == true
                ? [.keyKindForbidden] : nil
        case .scope:
            let callers = api.callers(of: endpoint).filter { $0.credential == own?.name && kinds?.contains($0.name) != false }
            let lesser = api.scopes.contains { scope in
                !api.scopes([scope.name], satisfy: endpoint.scope) && callers.contains { $0.holds.contains(scope.name) }
            }
            return lesser ? [.insufficientScope] : nil
        case .tenant:
            guard let tenancy = api.tenancy, endpoint.tenancy == .tenant, let credential = own,
                tenancy.place(forCredential: credential.name) != .credential
            else { return nil }
            return [tenancy.foreignStatus == 404 ? .notFound : .foreignTenant]
        case .role:
            let lesser = api.roles.contains { role in
                !api.roles([role.name], satisfyAnyOf: endpoint.roles) && own?.roles.contains(role.name) == true
            }
            return !endpoint.roles.isEmpty && lesser ? [.insufficientRole] : nil
        case .size: return endpoint.requestBody == nil ? nil : [.bodyTooLarge]
        case .mediaType: return endpoint.requestBody == nil ? nil : [.unsupportedMediaType]
        case .parameters: return WrongParameter(of: endpoint, in: api).map { [$0.code] }
        case .body: return endpoint.requestBody?.media.contains(.json) == true ? [.malformedBody] : nil
        case .idempotency:
            guard let idempotency = endpoint.idempotency, idempotency.isRequired else { return nil }
            return [.idempotencyKeyMissing]
        case .throttles, .quotas: return nil
        }
    }

    /// What a valid credential may lack.
    static let stagesOfCallers: Set<APIDescription.RequestRules.Stage> = [.kind, .scope, .tenant, .role]

    /// Whether it is about who calls.
    var isOfCaller: Bool { stage == .credentials || Self.stagesOfCallers.contains(stage) }

    /// Whether a limit that is used up is so for a request with the fault too.
    func isKept(at endpoint: APIDescription.Endpoint, by limit: APIDescription.Limit) -> Bool {
        if !isOfCaller { return true }
        guard endpoint.limits.contains(limit.name) else { return false }
        return switch limit.partition {
        case .tenant: [.kind, .scope, .role].contains(stage)
        case .address, .everyone: stage != .credentials
        case .key, .user: false
        }
    }

    /// Whether a request can have both, and the answer tells which of them decided.
    func canStandBeside(_ other: OrderFault, in api: APIDescription) -> Bool {
        let tells = { (answer: (status: Int, code: String)) in api.errors.tellsCode ? "\(answer.status) \(answer.code)" : "\(answer.status)"
        }
        guard Set(answers.map(tells)).isDisjoint(with: other.answers.map(tells)) else { return false }
        switch (stage, other.stage) {
        // Nobody is there who could lack anything.
        case (.credentials, .scope), (.credentials, .tenant), (.credentials, .role): return false
        // A kind that cannot hold the scope does not hold it.
        case (.kind, .scope): return false
        // A body that has no key is none that could be read, where the key stands in it.
        case (.body, .idempotency), (.idempotency, .body): return false
        default: return true
        }
    }
}
