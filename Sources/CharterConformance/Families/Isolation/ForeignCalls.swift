import CharterRuntime
import HTTPTypes

/// Calls in which caller and tenant do not belong together.
struct ForeignCalls {
    private let probe: EndpointProbe

    init(_ probe: EndpointProbe) {
        self.probe = probe
    }

    func withoutTenant() throws(MissingFixture) -> SingleExchange {
        var caller = FixtureCaller()
        if !probe.endpoint.auth.names.isEmpty {
            caller = try probe.sufficientCaller(of: try probe.home()) { probe.tenantPlace(of: $0)?.isNamedBesidePath == true }
        }
        return SingleExchange(try probe.request(as: caller, namesTenant: false), expecting: probe.refusal(.tenantMissing))
    }

    /// A caller asks for a tenant that does not exist: the answer must not tell it from one that does.
    ///
    /// - Parameter kind: A kind of key that belongs to no tenant, and so opens none that there is not; nil for whoever there is.
    func ofNobody(as kind: CallerKind? = nil) throws(MissingFixture) -> SingleExchange {
        let home = try probe.home()
        let own = try? probe.sufficientCaller(of: home) { probe.namesTenant($0) && !probe.opensEveryTenant($0) }
        let caller: FixtureCaller
        if let kind {
            caller = try self.caller(of: home, as: kind)
        } else if let own {
            caller = own
        } else {
            caller = try probe.sufficientCaller(of: home, where: probe.namesTenant)
        }
        var request = try probe.request(as: caller)
        let name = unknownTenant(like: home)
        switch probe.tenantPlace(of: caller) {
        case .path(let parameter): request.path[parameter] = name
        case .header(let header): try request.fill(header, name)
        case .query(let parameter): request.query = request.query.map { $0.name == parameter ? .init(parameter, name) : $0 }
        case .credential, nil: throw MissingFixture("a caller who names a tenant")
        }
        guard probe.opensEveryTenant(caller) else { return SingleExchange(request, expecting: try refusal()) }
        return SingleExchange(request, expecting: EitherOf(try refusal(), probe.refusal(.notFound)))
    }

    /// A caller who belongs to no tenant works on the data of one after the other.
    func ofAll(as kind: CallerKind) throws(MissingFixture) -> Dialogue {
        let caller = try caller(of: try probe.home(), as: kind)
        let (own, other) = (try probe.request(as: caller), try probe.abroad().request(as: caller))
        let accepted = Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api)
        return Dialogue(other, expecting: "\(accepted.summary), for each \(probe.api.tenancy?.name ?? "tenant")") { conversation in
            try await conversation.reply(to: own, expecting: accepted)
            return try await conversation.reply(to: other, expecting: accepted).outline
        }
    }

    /// A caller who belongs to no tenant names one that is suspended.
    func ofSuspended(as kind: CallerKind) throws(MissingFixture) -> SingleExchange {
        let probe = try probe.amongSuspended()
        let caller = try caller(of: try self.probe.home(), as: kind)
        return SingleExchange(try probe.request(as: caller), expecting: probe.refusal(.tenantSuspended))
    }

    private func caller(of tenant: String, as kind: CallerKind) throws(MissingFixture) -> FixtureCaller {
        try probe.sufficientCaller(of: tenant) { caller in
            caller.entries.contains { $0.entry.kind == kind.name } && probe.opensEveryTenant(caller)
        }
    }

    /// A caller of another tenant, who could make the call at home.
    func toAnother(as credential: APIDescription.Credential) throws(MissingFixture) -> any Procedure {
        let foreigner = try probe.foreigner()
        if probe.api.tenancy?.place(forCredential: credential.name) == .credential { try assertDifferentValues(of: foreigner) }
        let caller = try probe.sufficientCaller(of: foreigner) { $0.belongs(to: foreigner, as: credential.name) }
        if probe.api.hidesForeignDeletion(at: probe.endpoint, as: credential.name) {
            return ForeignDeletion(deletion: try probe.request(as: caller), in: probe, isWithin: namesThingAround())
        }
        // Who names no tenant asks for a thing that the own one does not have.
        let isNamed = probe.api.tenancy?.place(forCredential: credential.name) != .credential
        return SingleExchange(try probe.request(as: caller), expecting: isNamed ? try refusal() : probe.refusal(.notFound))
    }

    func ofSuspended() throws(MissingFixture) -> SingleExchange {
        let probe = try probe.amongSuspended()
        let tenant = try probe.home()
        let caller = try probe.sufficientCaller(of: tenant) { caller in caller.entries.contains { $0.entry.tenant == tenant } }
        return SingleExchange(try probe.request(as: caller), expecting: probe.refusal(.tenantSuspended))
    }

    /// Someone of a tenant that is suspended calls what has to do with no tenant.
    func ofSuspendedElsewhere() throws(MissingFixture) -> SingleExchange {
        let tenant = try probe.amongSuspended().home()
        let caller = try probe.sufficientCaller(of: tenant) { caller in caller.entries.contains { $0.entry.tenant == tenant } }
        return SingleExchange(try probe.request(as: caller), expecting: Acceptance(of: probe.endpoint, orOwnFailuresIn: probe.api))
    }

    /// The refusal of what belongs to another tenant.
    private func refusal() throws(MissingFixture) -> Refusal {
        guard let tenancy = probe.api.tenancy else { throw MissingFixture("tenants") }
        let code: Problem.Code = tenancy.foreignStatus == 404 ? .notFound : .foreignTenant
        return Refusal([code], status: tenancy.foreignStatus, of: probe.endpoint, in: probe.api)
    }

    /// The name of no tenant, in the form that those have which there are.
    private func unknownTenant(like known: String) -> String {
        let fixtures = probe.fixtures
        let taken = Set(fixtures.tenants + (fixtures.suspended ?? []) + fixtures.credentials.map(\.tenant))
        guard let end = known.lastIndex(where: { $0.isASCII && ($0.isLetter || $0.isNumber) }) else { return "nobody" }
        // What stands in front may be a prefix, and digits may be those of base 16.
        let word = known[...end].reversed().prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }.count
        for count in 1...word {
            let start = known.index(end, offsetBy: 1 - min(word, count + 2))
            let changed = known[start...end].map { character -> Character in
                if character.isNumber { return character == "7" ? "3" : "7" }
                let other: Character = character.lowercased() == "b" ? "d" : "b"
                return character.isUppercase ? Character(other.uppercased()) : other
            }
            let name = known[..<start] + String(changed) + known[known.index(after: end)...]
            if !taken.contains(String(name)) { return String(name) }
        }
        return known + known.suffix(1)
    }

    /// Whether the path names something beside what is deleted that the foreigner has not.
    private func namesThingAround() -> Bool {
        EndpointIndex(probe.api).tenantsOwnParameters(of: probe.endpoint).contains { probe.endpoint.path.segments.last != .parameter($0) }
    }

    /// Where only the path tells tenants apart, it must name something that the foreigner does not have too.
    private func assertDifferentValues(of foreigner: String) throws(MissingFixture) {
        let (id, home) = (probe.endpoint.id, try probe.home())
        let own = probe.fixtures.parameters[foreigner]?[id] ?? [:]
        let names = EndpointIndex(probe.api).tenantsOwnParameters(of: probe.endpoint)
        if names.allSatisfy({ own[$0] != nil && own[$0] == probe.fixtures.parameters[home]?[id]?[$0] }) {
            throw MissingFixture("path values of \(id) that exist for \(home) and not for \(foreigner)")
        }
    }
}

extension EndpointProbe {
    /// A tenant other than the one whose data requests ask for.
    func foreigner() throws(MissingFixture) -> String {
        guard let foreigner = fixtures.tenants.dropFirst().first else { throw MissingFixture("a second \(api.tenancy?.name ?? "tenant")") }
        return foreigner
    }

    /// The probe of a foreigner: one that asks for the data of the second tenant.
    func abroad() throws(MissingFixture) -> EndpointProbe {
        at(home: try foreigner())
    }

    /// The probe of a tenant that is suspended.
    func amongSuspended() throws(MissingFixture) -> EndpointProbe {
        let name = api.tenancy?.name ?? "tenant"
        guard let tenant = fixtures.suspended?.first else { throw MissingFixture("a suspended \(name): suspended") }
        var fixtures = fixtures
        fixtures.tenants = [tenant]
        return EndpointProbe(api: api, endpoint: endpoint, fixtures: fixtures, seed: seed)
    }

    /// Whether a caller's requests say whose data they ask for.
    fileprivate func namesTenant(_ caller: FixtureCaller) -> Bool {
        tenantPlace(of: caller).map { $0 != .credential } ?? false
    }

    /// Whether each credential of a caller belongs to no tenant and opens all.
    fileprivate func opensEveryTenant(_ caller: FixtureCaller) -> Bool {
        caller.entries.allSatisfy { entry in
            callerKinds.contains { $0.credential == entry.credential && $0.name == entry.entry.kind && $0.opensEveryTenant }
        }
    }
}
