import CharterRuntime
import HTTPTypes

extension CheckList {
    /// That tenants are kept apart: a credential opens nothing of another tenant.
    mutating func addIsolationChecks() {
        guard let tenancy = api.tenancy else { return }
        guard endpoint.tenancy == .tenant else { return addSuspendedElsewhere() }
        let names = endpoint.auth.names
        let places = names.isEmpty ? [tenancy.place] : names.map(tenancy.place(forCredential:))
        if places.contains(where: \.isNamedBesidePath) {
            add("missing-tenant", "/tenancy/from") { probe throws(MissingFixture) in try ForeignCalls(probe).withoutTenant() }
        }
        if names.contains(where: { canNameTenant(at: tenancy.place(forCredential: $0)) }) {
            add("unknown-tenant", "/tenancy/foreign") { probe throws(MissingFixture) in try ForeignCalls(probe).ofNobody() }
        }
        for name in names where belongsToTenant(name) && canNameForeigner(at: tenancy.place(forCredential: name)) {
            let suffix = names.count > 1 ? "/\(name)" : ""
            add("foreign-tenant\(suffix)", "/tenancy/foreign") { probe throws(MissingFixture) in
                try ForeignCalls(probe).toAnother(as: try probe.credential(named: name))
            }
        }
        if tenancy.suspendedStatus != nil, api.callers(of: endpoint).contains(where: { !$0.opensEveryTenant }) {
            add("suspended-tenant", "/tenancy/suspended") { probe throws(MissingFixture) in try ForeignCalls(probe).ofSuspended() }
        }
        addCallersOfAll(tenancy)
        addTenantsOfKeys(tenancy)
        if !names.isEmpty {
            for parameter in index.tenantsOwnParameters(of: endpoint) where !isTenant(parameter) && !isMade(parameter) {
                add("foreign-id/\(parameter)", "/tenancy/foreign") { probe throws(MissingFixture) in
                    try ForeignThings(probe).named(in: parameter)
                }
            }
            addReferences()
            addReferencesAnywhere()
            addLists()
            addApart()
        }
    }

    /// What a body names of a thing that other endpoints have in their paths, by an identifier.
    ///
    /// Other names, such as addresses, may be known to several tenants. What names the thing that is made is no reference.
    private mutating func addReferences() {
        guard let fields = api.properties(of: endpoint.requestBody?.schema) else { return }
        let own = api.identityNames(of: endpoint, index)
        for field in fields where field.name.lowercased().hasSuffix("id") && !own.contains(field.name) {
            let owners = index.endpoints(namingTenantsOwnBy: field.name)
            guard !owners.isEmpty, endpoint.path.segments.allSatisfy({ $0 != .parameter(field.name) }) else { continue }
            add("foreign-reference/\(field.name)", "/tenancy/foreign", leaving: endpoint.method == .get ? .none : .data) {
                probe throws(MissingFixture) in
                try ForeignThings(probe).referred(at: [.member(field.name)], to: owners.map { ($0, field.name) })
            }
        }
    }

    /// What a body names, anywhere in it, by an identifier of the very type that a path parameter of other endpoints has, `item_id` of the type of
    /// `/items/:item`, or by a name that says whose identifier it is, `item_id` or `item_ids` of `/items/:id`.
    private mutating func addReferencesAnywhere() {
        guard let body = endpoint.requestBody, body.media.contains(.json) else { return }
        let own = api.identityNames(of: endpoint, index)
        for site in BodySite.all(in: body.schema, of: api) where site.variants.isEmpty {
            let name = "foreign-reference/\(site.place)"
            if case .member(let field)? = site.steps.last, site.steps.count == 1, own.contains(field) { continue }
            let isKnown = checks.contains { $0.name == "\(endpoint.id)/\(name)" }
            guard !isKnown, case .string? = api.resolved(site.schema)?.schema else { continue }
            let byType = api.typeOfThings(site.schema).map(index.endpoints(namingTenantsOwnOf:)) ?? []
            let owners = byType.isEmpty ? site.nameOfReference.map(index.endpoints(namingTenantsOwnBehind:)) ?? [] : byType
            guard !owners.isEmpty else { continue }
            add(name, "/tenancy/foreign", leaving: .data) { probe throws(MissingFixture) in
                try ForeignThings(probe).referred(at: site.steps, to: owners, orTakesAnything: true)
            }
        }
    }

    /// Where a credential says whose data is asked for, the header field in which others say it means nothing.
    private mutating func addTenantsOfKeys(_ tenancy: APIDescription.Tenancy) {
        guard endpoint.method == .get, let header = tenancy.header else { return }
        guard !endpoint.forbiddenHeaders.contains(where: { $0.name.lowercased() == header.lowercased() }) else { return }
        let names = endpoint.auth.names
        for name in names where belongsToTenant(name) && tenancy.place(forCredential: name) == .credential {
            add("tenant-of-key\(names.count > 1 ? "/\(name)" : "")", "/tenancy/from") { probe throws(MissingFixture) in
                try TenantOfKey(probe, header).procedure(as: name)
            }
        }
    }

    /// Keys that belong to no tenant, whose requests name one: each opens all that are not suspended.
    private mutating func addCallersOfAll(_ tenancy: APIDescription.Tenancy) {
        let othersName = api.callers(of: endpoint).contains {
            !$0.opensEveryTenant && canNameTenant(at: tenancy.place(forCredential: $0.credential))
        }
        let kinds = api.callers(of: endpoint).filter {
            $0.opensEveryTenant && canNameTenant(at: tenancy.place(forCredential: $0.credential))
        }
        for kind in kinds {
            let contract = "/credentials/\(kind.credential)/kinds/\(kind.name)/tenancy"
            addCall("every-tenant/\(kind.name)", contract) { probe throws(MissingFixture) in
                try ForeignCalls(probe).ofAll(as: kind)
            }
            // Where nobody else names a tenant, such a caller is the one who names an unknown one anyway.
            if othersName {
                add("unknown-tenant/\(kind.name)", "/tenancy/foreign") { probe throws(MissingFixture) in
                    try ForeignCalls(probe).ofNobody(as: kind)
                }
            }
            if tenancy.suspendedStatus != nil {
                add("suspended-tenant/\(kind.name)", "/tenancy/suspended") { probe throws(MissingFixture) in
                    try ForeignCalls(probe).ofSuspended(as: kind)
                }
            }
        }
    }

    private mutating func addLists() {
        // What another method answers with may be what it has made.
        guard endpoint.paging != nil || endpoint.method == .get else { return }
        if let identity = api.globalIdentity(ofItemsAt: endpoint, index) {
            add("own-items-only", "/tenancy/foreign") { probe throws(MissingFixture) in
                try ForeignThings(probe).notListed(toldBy: identity)
            }
        }
        addForeignFilters()
        guard let paging = endpoint.paging else { return }
        if case .cursor(let name, _, _) = paging.position {
            add("foreign-cursor", "/tenancy/foreign") { probe throws(MissingFixture) in
                try ForeignThings(probe).cursor(paging, in: name)
            }
        }
    }

    /// What filters leave is left of the own list alone.
    private mutating func addForeignFilters() {
        guard let items = endpoint.listedProperties(in: api) else { return }
        for filter in endpoint.filters.compactMap({ StatedFilter($0, of: endpoint, items, in: api) })
        where ForeignFilter.canTell(filter, in: api) {
            add("foreign-filter/\(filter.name)", "filters/\(filter.name)") { probe throws(MissingFixture) in
                try ForeignFilter(probe, filter).dialogue()
            }
        }
    }

    private func belongsToTenant(_ credential: String) -> Bool {
        api.callers(of: endpoint).contains { $0.credential == credential && !$0.opensEveryTenant }
    }

    /// Whether the endpoint makes what the parameter names, where the tenant has nothing of that name.
    func isMade(_ parameter: String) -> Bool {
        endpoint.method == .put && ([endpoint.success.status] + endpoint.success.otherStatuses).contains(201)
            && endpoint.path.segments.last == .parameter(parameter)
    }

    func isTenant(_ parameter: String) -> Bool {
        guard let tenancy = api.tenancy else { return false }
        return tenancy.places.contains(.path(parameter))
    }

    private func canNameTenant(at place: APIDescription.Tenancy.Place) -> Bool {
        switch place {
        case .path(let parameter): endpoint.path.segments.contains(.parameter(parameter))
        case .credential: false
        case .header, .query: true
        }
    }

    /// Whether a request can ask for the data of a tenant other than its caller's.
    ///
    /// Where the credential says it all, the path at least can name a thing of another tenant: one that is there, and is not made under that name.
    private func canNameForeigner(at place: APIDescription.Tenancy.Place) -> Bool {
        place == .credential ? !index.tenantsOwnParameters(of: endpoint).allSatisfy(isMade) : canNameTenant(at: place)
    }
}

extension BodySite {
    /// The name of what stands there; of several together that of one: `pupil_id` in `pupil_ids`.
    fileprivate var nameOfReference: String? {
        switch (steps.last, steps.dropLast().last) {
        case (.member(let name)?, _): name
        case (.item?, .member(let name)?) where name.lowercased().hasSuffix("ids"): String(name.dropLast())
        default: nil
        }
    }
}

extension APIDescription {
    /// The type of a value that says itself what sort of thing it names, as a text that begins as all such names do; nil for any other.
    ///
    /// UUIDs and plain texts may name anything.
    func typeOfThings(_ schema: Schema) -> Schema? {
        guard let type = resolved(schema)?.schema, case .string(_, _, let pattern?) = type, pattern.hasPrefix("^") else { return nil }
        let rest = pattern.dropFirst()
        let word = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return word.count >= 2 && ["_", "-"].contains(rest.dropFirst(word.count).first) ? type : nil
    }
}
