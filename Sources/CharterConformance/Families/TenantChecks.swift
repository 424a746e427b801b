import CharterClient
import CharterRuntime
import HTTPTypes

/// That tenants are kept apart: a credential opens nothing of another tenant.
struct TenantChecks {
    let probe: EndpointProbe

    func missing() throws(MissingFixture) -> SingleExchange {
        var caller = FixtureCaller()
        if !probe.endpoint.auth.names.isEmpty {
            caller = try probe.sufficientCaller(of: try probe.home()) { probe.tenantPlace(of: $0)?.isNamedBesidePath == true }
        }
        return SingleExchange(try probe.request(as: caller, namesTenant: false), expecting: probe.refusal(.tenantMissing))
    }

    func foreign(as credential: APIDescription.Credential) throws(MissingFixture) -> any Procedure {
        guard let tenancy = probe.api.tenancy else { throw MissingFixture("tenants") }
        guard let foreigner = probe.fixtures.tenants.dropFirst().first else { throw MissingFixture("a second \(tenancy.name)") }
        if tenancy.place(forCredential: credential.name) == .credential { try assertDifferentValues(of: foreigner) }
        let caller = try probe.sufficientCaller(of: foreigner) { $0.belongs(to: foreigner, as: credential.name) }
        if probe.api.hidesForeignDeletion(at: probe.endpoint, as: credential.name) { return try hiddenDeletion(by: caller) }
        let refusal = Refusal(
            [tenancy.foreignStatus == 404 ? .notFound : .foreignTenant],
            status: tenancy.foreignStatus,
            of: probe.endpoint,
            in: probe.api
        )
        return SingleExchange(try probe.request(as: caller), expecting: refusal)
    }

    private func hiddenDeletion(by foreigner: FixtureCaller) throws(MissingFixture) -> ForeignDeletion {
        let deletion = try probe.request(as: foreigner)
        let segments = probe.endpoint.path.segments
        let reader = probe.api.endpoints.first { $0.method == .get && $0.path.shape == probe.endpoint.path.shape }
        var reading = try reader.map { reader throws(MissingFixture) in
            try EndpointProbe(api: probe.api, endpoint: reader, fixtures: probe.fixtures).sufficientRequest()
        }
        // What is deleted is what has to be there afterwards, whatever the fixtures name elsewhere.
        for (own, other) in zip(segments, reader?.path.segments ?? []) {
            if case (.parameter(let name), .parameter(let place)) = (own, other) { reading?.path[place] = deletion.path[name] }
        }
        return ForeignDeletion(deletion: deletion, reading: reading)
    }

    /// Where only the path tells tenants apart, it must name something that the foreigner does not have too.
    private func assertDifferentValues(of foreigner: String) throws(MissingFixture) {
        let (id, home) = (probe.endpoint.id, try probe.home())
        let own = probe.fixtures.parameters[foreigner]?[id] ?? [:]
        let names = probe.api.tenantsOwnParameters(of: probe.endpoint)
        if names.allSatisfy({ own[$0] != nil && own[$0] == probe.fixtures.parameters[home]?[id]?[$0] }) {
            throw MissingFixture("path values of \(id) that exist for \(home) and not for \(foreigner)")
        }
    }
}

extension APIDescription.PathTemplate {
    /// The literals of the path, with nil in the place of each parameter.
    fileprivate var shape: [String?] {
        segments.map { if case .literal(let text) = $0 { text } else { nil } }
    }
}
