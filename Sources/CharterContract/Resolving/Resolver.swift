import CharterRuntime

/// Follows every reference of a contract and fills in every default.
///
/// The contract must be free of errors: what its rules forbid is not looked for again.
struct Resolver {
    private let contract: Contract
    private let groups: GroupIndex
    private let scopes: ScopeClosure
    private let types: [String: TypeDeclaration]
    private let items: ItemParameters
    private let credentials: [String: ResolvedCredential]
    private let limits: [String: ResolvedLimit]
    private let paginations: [String: Pagination]
    private var tenancy: ResolvedTenancy?
    private var examples: Examples
    /// The views that were named on the way, by their names in code.
    private var views: [String: ResolvedType] = [:]

    init(_ contract: Contract) {
        self.contract = contract
        groups = GroupIndex(contract)
        scopes = ScopeClosure(contract.scopes)
        types = contract.typesByName
        items = ItemParameters(of: contract)
        credentials = contract.credentials.map { $0.resolved(in: contract) }.keyed(by: \.name)
        limits = contract.limits.map(\.resolved).keyed(by: \.name)
        paginations = contract.paginations.keyed(by: \.name.value)
        examples = Examples(types, contract.conventions.json?.value.style.timestamps ?? .any)
        tenancy = nil
        tenancy = contract.tenancy?.value.resolved(type: contract.tenancy.map { schema($0.value.namingType) })
    }

    mutating func api() -> ResolvedAPI {
        let endpoints = contract.endpoints.map { endpoint($0) }
        let declared = contract.types.map { ResolvedType(name: $0.name.value, schema: schema($0.type)) }
        var hoisting = Hoisting(taken: declared.map(\.name) + views.keys + contract.replyTypes.map(\.value))
        let hoistedEndpoints = endpoints.map { hoisting.hoisted($0) }
        let types = declared + views.values.sorted { $0.name < $1.name } + hoisting.types
        return ResolvedAPI(
            name: contract.api.value,
            title: contract.title.value,
            about: contract.about,
            version: contract.version.value,
            revision: contract.revision?.value,
            servers: contract.servers.map {
                ResolvedAPI.Server(name: $0.name.value, url: $0.url.value, environment: $0.environment?.value, about: $0.about)
            },
            contact: contract.contact?.value,
            license: contract.license?.value,
            promise: contract.promise.value,
            credentials: contract.credentials.map { $0.resolved(in: contract) },
            scopes: contract.scopes.map { ResolvedScope(name: $0.name.value, about: $0.about, grants: $0.grants.value.resolved) },
            roles: contract.roles.map { ResolvedScope(name: $0.name.value, about: $0.about, grants: $0.grants.value.resolved) },
            limits: contract.limits.map(\.resolved),
            tenancy: tenancy,
            errors: contract.errors.value.format,
            conventions: contract.conventions.resolved,
            tags: contract.groups.compactMap { group in group.about.map { ResolvedAPI.Tag(name: group.name.value, about: $0) } },
            endpoints: hoistedEndpoints,
            types: types,
            schemas: types.keyed(by: \.name).mapValues(\.schema),
            scopeClosure: scopes,
            keyCombinations: keyCombinations(endpoints),
            isPartlyOpen: !contract.credentials.isEmpty && hoistedEndpoints.contains { $0.auth.isOpen },
            extensions: contract.extensions,
            assumed: contract.assumed
        )
    }

    /// The keys that some endpoint wants several of at once, each combination in the order of the credentials.
    private func keyCombinations(_ endpoints: [ResolvedEndpoint]) -> [[PresentedKey]] {
        let keys = contract.credentials.compactMap { credentials[$0.name.value] }.flatMap(\.presentable).map(\.key)
        let places = Dictionary(zip(keys, keys.indices)) { first, _ in first }
        return endpoints.flatMap(\.keySets).filter { $0.count > 1 }
            .map { set in set.sorted { (places[$0] ?? 0) < (places[$1] ?? 0) } }.uniqued
    }

    private mutating func endpoint(_ endpoint: Endpoint) -> ResolvedEndpoint {
        let effective = groups.effective(endpoint)
        let auth = effective.auth?.resolved ?? .none
        let scope = auth == .none ? .none : effective.scope?.resolved ?? .none
        let callers = Callers(auth, scope, credentials, scopes)
        let places = tenantPlaces(of: endpoint, auth)
        let reach = effective.tenancy?.value ?? .tenant
        let declared = effective.path.keyed(by: \.name.value)
        let isList = types.returnsList(endpoint)
        var resolved = ResolvedEndpoint(
            id: endpoint.id.value,
            method: endpoint.method.value,
            path: endpoint.path.value,
            summary: endpoint.does.value,
            about: endpoint.about,
            tag: groups.groups(of: endpoint.path.value).first { $0.about != nil }?.name.value,
            auth: auth,
            credentials: auth.names.compactMap { credentials[$0] },
            scope: scope,
            keyKinds: callers.keyKinds,
            tokens: callers.tokens,
            keySets: callers.keySets,
            roles: auth == .none ? [] : (effective.roles?.value ?? []).map(\.value),
            tenancy: reach == .shared ? .shared : reach == .tenant && !places.isEmpty ? .tenant : .none,
            tenantPlaces: reach == .tenant ? places : [],
            limits: (effective.limits?.value ?? []).compactMap { limits[$0.value] },
            paging: isList ? effective.pagination?.value.value.flatMap { paginations[$0]?.resolved } : nil,
            pathParameters: endpoint.path.value.parameters.compactMap { declared[$0] }.map { property($0) },
            queryParameters: endpoint.query.map { property($0) },
            headerParameters: effective.headers.compactMap(\.field).map { property($0) },
            forbiddenHeaders: effective.headers.compactMap(\.forbiddenHeader),
            requestBody: endpoint.takes.map { schema($0) },
            success: ResolvedEndpoint.Success(
                status: endpoint.returns.status.value,
                otherStatuses: endpoint.returns.otherStatuses.map(\.value),
                body: endpoint.returns.body.map { schema($0) },
                headers: endpoint.details.gives.map { property($0) },
                location: NewThing(of: endpoint, items, types)?.path,
                repeatsDeletion: endpoint.repeatsDeletion
            ),
            details: endpoint.resolvedDetails(contract.conventions.requests?.value ?? APIDescription.RequestRules()),
            failures: [],
            extensions: endpoint.extensions,
            assumed: []
        )
        resolved.queryParameters += tenancy?.queryParameters(of: resolved) ?? []
        let ownHeaders = endpoint.own.headers.map(\.name.value)
        resolved.sharedHeaders = Set(resolved.headerParameters.map(\.name)).subtracting(ownHeaders)
        resolved.idempotency = idempotency(of: endpoint, effective)
        resolved.assumed = assumed(in: endpoint, effective, isList: isList)
        if effective.isBare == nil {
            resolved.envelope = contract.conventions.envelope?.value.applied(
                with: isList ? contract.conventions.listExtras : contract.conventions.singleExtras,
                isList: isList,
                isPaged: resolved.paging != nil,
                hasBody: endpoint.returns.body != nil,
                takesBody: endpoint.takes != nil
            )
        }
        let own = endpoint.fails.map { failure in
            ResolvedEndpoint.Failure(
                status: failure.status.value,
                code: failure.code.value,
                when: failure.when,
                convention: nil,
                isAssumed: failure.status.isAssumed
            )
        }
        let derived = DerivedFailures(
            tenancy: tenancy,
            credentials: contract.credentials.compactMap { credentials[$0.name.value] },
            hasEnvironments: contract.servers.contains { $0.environment != nil },
            limits: contract.limits.map(\.resolved),
            conventions: contract.conventions.resolved,
            errors: contract.errors.value.format,
            areAssumed: contract.errors.isAssumed
        ).failures(of: resolved)
        resolved.failures = (derived + own).enumerated().sorted { ($0.element.status, $0.offset) < ($1.element.status, $1.offset) }.map(
            \.element
        )
        return resolved
    }

    /// Where the requests of an endpoint name their tenant, if they work on one.
    private func tenantPlaces(of endpoint: Endpoint, _ auth: APIDescription.Requirement) -> [APIDescription.Tenancy.Place] {
        guard let tenancy else { return [] }
        let inPath = Set(endpoint.path.value.parameters)
        return auth.alternatives.compactMap { names -> APIDescription.Tenancy.Place? in
            let place = tenancy.place(forCallersOf: names)
            return names.isEmpty && place == .credential ? nil : place
        }.filter { place in if case .path(let name) = place { inPath.contains(name) } else { true } }.uniqued
    }

    /// How the calls of an endpoint are repeated safely, where that means something to it.
    private mutating func idempotency(of endpoint: Endpoint, _ effective: Defaults) -> ResolvedIdempotency? {
        guard let name = effective.idempotency?.value.value,
            let convention = contract.conventions.idempotency.first(where: { $0.name.value == name }), convention.fits(endpoint)
        else { return nil }
        return convention.resolved(form: schema(convention.form ?? .anyKey(at: convention.name.span)))
    }

    /// The keys of an endpoint's facts that stand under `!assumed`, here or in the group they come from.
    ///
    /// What a group says of lists and of changes is no fact of its other endpoints.
    private func assumed(in endpoint: Endpoint, _ effective: Defaults, isList: Bool) -> [String] {
        var keys: [String] = []
        if endpoint.path.isAssumed { keys.append("endpoint") }
        if effective.auth?.isAssumed == true { keys.append("auth") }
        if effective.scope?.isAssumed == true { keys.append("scope") }
        if effective.roles?.isAssumed == true { keys.append("role") }
        if effective.tenancy?.isAssumed == true { keys.append("tenancy") }
        if effective.limits?.isAssumed == true { keys.append("limits") }
        if isList, effective.pagination?.isAssumed == true { keys.append("pagination") }
        if endpoint.method.value != .get, effective.idempotency?.isAssumed == true { keys.append("idempotency") }
        if effective.isBare?.isAssumed == true { keys.append("envelope") }
        keys += effective.headers.filter { $0.field == nil && $0.name.isAssumed }.map { "headers.\($0.name.value)" }
        return keys + endpoint.assumed
    }

    private mutating func property(_ field: Field) -> SchemaProperty {
        SchemaProperty(
            name: field.name.value,
            isRequired: !field.isOptional,
            schema: schema(field.type),
            codeName: field.codeName?.value,
            isReadOnly: field.setters?.value == [.api],
            isDeprecated: field.isDeprecated,
            defaultValue: field.defaultValue.map { examples.value($0.value, of: field.type) },
            initialValue: field.initialValue.map { examples.value($0.value, of: field.type) },
            listStyle: field.listStyle?.value ?? .repeated,
            ignoresInvalid: field.invalid?.value == .ignore,
            missing: field.missingAnswer?.value,
            invalid: field.invalidAnswer?.value
        )
    }

    private mutating func schema(_ use: TypeUse) -> Schema {
        Schema(
            shape: shape(use),
            isNullable: use.isNullable,
            isUnique: use.isUnique?.value ?? false,
            isClosed: use.isClosed?.value ?? false,
            keeps: use.keeps?.value ?? [],
            about: use.about,
            example: examples.example(of: use),
            isAssumed: use.isAssumed,
            isReopened: use.isReopened,
            assumedKeys: use.assumedKeys,
            extensions: use.extensions
        )
    }

    private mutating func shape(_ use: TypeUse) -> Schema.Shape {
        switch use.form {
        case .object(let fields): return .object(fields.map { property($0) })
        case .enumeration(let values): return .enumeration(values.map { Schema.EnumerationValue(text: $0.text.value, about: $0.about) })
        case .list(let element): return .list(schema(element), count: use.count?.value ?? BoundsText())
        case .map(let element): return .map(schema(element), count: use.count?.value ?? BoundsText())
        case .union(let tag, let cases):
            return .union(by: tag.value, cases.map { Schema.UnionCase(tag: $0.tag.value, schema: schema($0.type)) })
        case .constant(let text): return .constant(text.value)
        case .named(let name):
            guard let scalar = Scalar(rawValue: name) else { return .named(codeName(of: name)) }
            let bounds = Schema.ScalarBounds(
                length: use.length?.value ?? BoundsText(),
                range: use.range?.value ?? BoundsText(),
                pattern: use.pattern?.value,
                places: use.places?.value,
                prefix: use.prefix?.value,
                version: use.version?.value,
                isExact: use.isExact?.value ?? false
            )
            return .scalar(scalar, bounds)
        }
    }

    /// The name of a type in code; a view gets its own, and is resolved with the first that names it.
    private mutating func codeName(of name: String) -> String {
        guard let declaration = types[name], declaration.name.value != name else { return name }
        let codeName = declaration.name.value
        if views[codeName] == nil { views[codeName] = ResolvedType(name: codeName, schema: schema(declaration.type)) }
        return codeName
    }
}
