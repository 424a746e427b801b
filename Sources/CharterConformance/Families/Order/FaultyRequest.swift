import CharterRuntime
import HTTPTypes

/// A request with faults, of which the first decides the answer.
struct FaultyRequest {
    private let faults: [OrderFault]
    private let probe: EndpointProbe

    init(_ faults: [OrderFault], _ probe: EndpointProbe) {
        self.faults = faults
        self.probe = probe
    }

    func exchange() throws(MissingFixture) -> SingleExchange {
        SingleExchange(try request(), expecting: Refusal(faults.first?.answers ?? [], of: probe.endpoint, in: probe.api))
    }

    func request() throws(MissingFixture) -> EndpointRequest {
        try adding(to: try requestOfCaller())
    }

    /// The request with those faults that do not lie in who calls.
    func adding(to request: EndpointRequest) throws(MissingFixture) -> EndpointRequest {
        var request = request
        for fault in faults { try add(fault.stage, to: &request) }
        return request
    }

    /// The credential of a caller with the faults.
    private var credential: APIDescription.Credential? {
        faults.lazy.compactMap(\.credential).first.flatMap(probe.api.credential) ?? probe.api.orderedCredential(of: probe.endpoint)
    }

    private var stages: [APIDescription.RequestRules.Stage] { faults.map(\.stage) }

    private func requestOfCaller() throws(MissingFixture) -> EndpointRequest {
        guard stages.contains(.credentials) else { return try probe.request(as: try caller()) }
        guard let credential = probe.api.orderedCredential(of: probe.endpoint) else { throw MissingFixture("a described credential") }
        let texts = CredentialTexts(probe, credential)
        var request = try probe.request()
        let kind = stages.contains(.kind) ? probe.api.validKinds(of: credential).first { !probe.endpoint.keyKinds.contains($0.name) } : nil
        let text = if let kind { try texts.lookAlike(of: kind) } else { try texts.unknown() }
        try request.present(noKey: text, as: credential)
        // Whose data is asked for is said all the same.
        if probe.endpoint.tenancy == .tenant {
            switch probe.api.tenancy?.place(forCredential: credential.name) {
            case .header(let header): try request.fill(header, try probe.home())
            case .query(let parameter): request.query.append(.init(parameter, try probe.home()))
            case .path, .credential, nil: break
            }
        }
        return request
    }

    /// Someone who has the faults of callers that are wanted, and no others.
    func caller(where isFit: (FixtureCaller) -> Bool = { _ in true }) throws(MissingFixture) -> FixtureCaller {
        let tenant = try tenant()
        if stages.contains(.kind) {
            guard let credential,
                let kind = probe.api.validKinds(of: credential).first(where: { !probe.endpoint.keyKinds.contains($0.name) })
            else { throw MissingFixture("a kind of key that may not call") }
            return try probe.caller(ofKind: kind.name, of: tenant)
        }
        let faults = faults.filter(\.isOfCaller)
        let found = probe.callers(of: tenant).first { caller in
            (faults.isEmpty || caller.credentials == [credential?.name])
                && probe.hasScope(caller) != stages.contains(.scope) && probe.hasRole(caller) != stages.contains(.role)
                && (!stages.contains(.tenant) || caller.entries.allSatisfy { $0.entry.tenant == tenant }) && isFit(caller)
        }
        guard let found else {
            let lacks = faults.map(\.stage).compactMap { $0 == .scope ? "scope" : $0 == .role ? "role" : nil }.joined(separator: " and ")
            let merit = lacks.isEmpty ? "that may call" : "that may call but for its \(lacks), which must not be enough:"
            throw MissingFixture("a valid key of \(tenant) \(merit) \(probe.endpoint.id)")
        }
        return found
    }

    /// The tenant of the caller.
    private func tenant() throws(MissingFixture) -> String {
        if faults.contains(where: \.isSuspension) { return try probe.amongSuspended().home() }
        return stages.contains(.tenant) ? try probe.foreigner() : try probe.home()
    }

    private func add(_ stage: APIDescription.RequestRules.Stage, to request: inout EndpointRequest) throws(MissingFixture) {
        switch stage {
        case .size:
            let size = probe.endpoint.requestBody?.size ?? probe.api.requests.bodySize
            request.body = (request.body ?? []) + Array(repeating: UInt8(ascii: " "), count: max(0, size + 1 - (request.body?.count ?? 0)))
        case .mediaType: request.headerFields[.contentType] = "text/plain"
        case .parameters: try WrongParameter(of: probe.endpoint, in: probe.api)?.add(to: &request)
        case .body:
            // As large as before, so that a size that is too much stays so.
            request.body = Array("{\"a\":".utf8) + (request.body ?? []).dropFirst(5).map { _ in UInt8(ascii: " ") }
        case .idempotency:
            switch probe.endpoint.idempotency?.place {
            case .header(let name): ParameterPlace.header.remove(name, from: &request)
            case .field: request.body = try probe.body(holding: try probe.content())
            case nil: break
            }
        case .credentials, .kind, .scope, .tenant, .role, .throttles, .quotas: break
        }
    }
}
