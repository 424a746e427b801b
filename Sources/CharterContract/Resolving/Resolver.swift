/// Follows every reference of a contract and fills in every default.
///
/// The contract must be free of errors: what its rules forbid is not looked for again.
struct Resolver {
    private let contract: Contract
    private let groups: GroupIndex
    private let scopes: ScopeClosure
    private let types: [String: TypeDeclaration]
    private let credentials: [String: ResolvedCredential]
    private let limits: [String: ResolvedLimit]
    private let paginations: [String: Pagination]
    private let tenancy: ResolvedTenancy?
    private var examples: Examples

    init(_ contract: Contract) {
        self.contract = contract
        groups = GroupIndex(contract)
        scopes = ScopeClosure(contract.scopes)
        types = contract.typesByName
        credentials = contract.credentials.map(\.resolved).keyed(by: \.name)
        limits = contract.limits.map(\.resolved).keyed(by: \.name)
        paginations = contract.paginations.keyed(by: \.name.value)
        tenancy = contract.tenancy?.value.resolved
        examples = Examples(types)
    }

    mutating func api() -> ResolvedAPI {
        let endpoints = contract.endpoints.map { endpoint($0) }
        let declared = contract.types.map { ResolvedType(name: $0.name.value, schema: schema($0.type)) }
        var hoisting = Hoisting(taken: declared.map(\.name))
        let hoistedEndpoints = endpoints.map { hoisting.hoisted($0) }
        let types = declared + hoisting.types
        return ResolvedAPI(
            name: contract.api.value,
            title: contract.title.value,
            about: contract.about,
            version: contract.version.value,
            servers: contract.servers.map { ResolvedAPI.Server(name: $0.name.value, url: $0.url.value) },
            contact: contract.contact?.value,
            license: contract.license?.value,
            promise: contract.promise.value,
            credentials: contract.credentials.map(\.resolved),
            scopes: contract.scopes.map { ResolvedScope(name: $0.name.value, about: $0.about, grants: $0.grants.value.resolved) },
            limits: contract.limits.map(\.resolved),
            tenancy: tenancy,
            errors: contract.errors.value,
            tags: contract.groups.compactMap { group in group.about.map { ResolvedAPI.Tag(name: group.name.value, about: $0) } },
            endpoints: hoistedEndpoints,
            types: types,
            schemas: types.keyed(by: \.name).mapValues(\.schema),
            scopeClosure: scopes,
            extensions: contract.extensions,
            assumed: contract.assumedSections
        )
    }

    private mutating func endpoint(_ endpoint: Endpoint) -> ResolvedEndpoint {
        let effective = groups.effective(endpoint)
        let credential = effective.auth?.value.value.flatMap { credentials[$0] }
        let scope = effective.scope?.value.value
        let declared = effective.path.keyed(by: \.name.value)
        let isList = endpoint.returns.body.map { if case .list? = types.form(of: $0) { true } else { false } } ?? false
        var resolved = ResolvedEndpoint(
            id: endpoint.id.value,
            method: endpoint.method.value,
            path: endpoint.path.value,
            summary: endpoint.does.value,
            about: endpoint.about,
            tag: groups.groups(of: endpoint.path.value).first { $0.about != nil }?.name.value,
            credential: credential,
            scope: credential == nil ? nil : scope,
            keyKinds: keyKinds(of: credential, holding: scope),
            limits: (effective.limits?.value ?? []).compactMap { limits[$0.value] },
            paging: isList ? effective.pagination?.value.value.flatMap { paginations[$0]?.resolved } : nil,
            pathParameters: endpoint.path.value.parameters.compactMap { declared[$0] }.map { property($0) },
            queryParameters: endpoint.query.map { property($0) },
            requestBody: endpoint.takes.map { schema($0) },
            success: ResolvedEndpoint.Success(status: endpoint.returns.status.value, body: endpoint.returns.body.map { schema($0) }),
            failures: [],
            extensions: endpoint.extensions,
            assumed: assumed(in: endpoint, effective)
        )
        let own = endpoint.fails.map { failure in
            ResolvedEndpoint.Failure(
                status: failure.status.value,
                code: failure.code.value,
                when: failure.when,
                isDerived: false,
                isAssumed: failure.status.isAssumed
            )
        }
        let derived = DerivedFailures(tenancy: tenancy, areAssumed: contract.errors.isAssumed).failures(of: resolved)
        resolved.failures = (derived + own).enumerated().sorted { ($0.element.status, $0.offset) < ($1.element.status, $1.offset) }.map(
            \.element
        )
        return resolved
    }

    private func keyKinds(of credential: ResolvedCredential?, holding scope: String?) -> [ResolvedKeyKind] {
        (credential?.kinds ?? []).filter { kind in
            scope.map { scopes.canSatisfy($0, with: kind.holds) } ?? true
        }
    }

    /// The keys of an endpoint's facts that stand under `!assumed`, here or in the group they come from.
    private func assumed(in endpoint: Endpoint, _ effective: Defaults) -> [String] {
        var keys: [String] = []
        if effective.auth?.isAssumed == true { keys.append("auth") }
        if effective.scope?.isAssumed == true { keys.append("scope") }
        if effective.limits?.isAssumed == true { keys.append("limits") }
        if effective.pagination?.isAssumed == true { keys.append("pagination") }
        if endpoint.takes?.isAssumed == true { keys.append("takes") }
        if endpoint.returns.body?.isAssumed ?? endpoint.returns.status.isAssumed { keys.append("returns") }
        if endpoint.fails.contains(where: \.status.isAssumed) { keys.append("fails") }
        return keys
    }

    private mutating func property(_ field: Field) -> SchemaProperty {
        SchemaProperty(name: field.name.value, isRequired: !field.isOptional, schema: schema(field.type))
    }

    private mutating func schema(_ use: TypeUse) -> Schema {
        Schema(
            shape: shape(use),
            isNullable: use.isNullable,
            about: use.about,
            example: examples.example(of: use),
            isAssumed: use.isAssumed,
            extensions: use.extensions
        )
    }

    private mutating func shape(_ use: TypeUse) -> Schema.Shape {
        switch use.form {
        case .object(let fields): return .object(fields.map { property($0) })
        case .enumeration(let values): return .enumeration(values.map { Schema.EnumerationValue(text: $0.text.value, about: $0.about) })
        case .list(let element): return .list(schema(element), count: use.count?.value ?? BoundsText())
        case .named(let name):
            guard let scalar = Scalar(rawValue: name) else { return .named(name) }
            let length = use.length?.value ?? BoundsText()
            let range = use.range?.value ?? BoundsText()
            return .scalar(scalar, Schema.ScalarBounds(length: length, range: range, pattern: use.pattern?.value))
        }
    }
}
