import CharterYAML

/// Finds the groups of an endpoint, the one of longest prefix first.
struct GroupIndex {
    private let groups: [String: Group]
    private let methods: [Endpoint.Method: Defaults]
    private let topLevel: Defaults

    init(_ contract: Contract) {
        groups = contract.groups.keyed(by: \.prefix.value.shape)
        methods = contract.methods.keyed(by: \.method.value).mapValues(\.defaults)
        topLevel = Defaults(headers: contract.headers, path: contract.path)
    }

    /// The groups whose prefix the path is or lies below.
    ///
    /// The work grows with the depth of the path, not with the number of groups.
    func groups(of path: PathPattern) -> [Group] {
        stride(from: path.segments.count, through: 0, by: -1).compactMap { count in
            groups[PathPattern(segments: Array(path.segments.prefix(count))).shape]
        }
    }

    /// What holds for an endpoint: its own word, else that of its groups, else that of its method, else the API's.
    func effective(_ endpoint: Endpoint) -> Defaults {
        endpoint.own.filled(from: around(endpoint))
    }

    /// What an endpoint would have if it said nothing itself.
    func inherited(by endpoint: Endpoint) -> Defaults {
        Defaults(path: []).filled(from: around(endpoint))
    }

    /// What the endpoints of a group would have, whatever their method is, if the group said nothing itself.
    func inherited(by group: Group) -> Defaults {
        let outer = groups(of: group.prefix.value).filter { $0.prefix.value.shape != group.prefix.value.shape }
        var common = topLevel
        // A method stands between the API and a group.
        let headers = Set(methods.values.flatMap(\.headers).map(\.key))
        let parameters = Set(methods.values.flatMap(\.path).map(\.name.value))
        common.headers.removeAll { headers.contains($0.key) }
        common.path.removeAll { parameters.contains($0.name.value) }
        return Defaults(path: []).filled(from: outer.map(\.defaults) + [common])
    }

    /// What a method has from the API.
    var inheritedByMethods: Defaults { topLevel }

    /// The defaults that an endpoint can take something from, the nearest first.
    private func around(_ endpoint: Endpoint) -> [Defaults] {
        groups(of: endpoint.path.value).map(\.defaults) + [methods[endpoint.method.value]].compactMap(\.self) + [topLevel]
    }
}

extension Defaults {
    /// The defaults with what they do not say taken from others, the first of which goes before the next.
    fileprivate func filled(from others: [Defaults]) -> Defaults {
        var defaults = self
        for outer in others {
            defaults.auth = defaults.auth ?? outer.auth
            defaults.scope = defaults.scope ?? outer.scope
            defaults.limits = defaults.limits ?? outer.limits
            defaults.roles = defaults.roles ?? outer.roles
            defaults.tenancy = defaults.tenancy ?? outer.tenancy
            defaults.pagination = defaults.pagination ?? outer.pagination
            defaults.idempotency = defaults.idempotency ?? outer.idempotency
            defaults.isBare = defaults.isBare ?? outer.isBare
            let named = Set(defaults.headers.map(\.key))
            defaults.headers += outer.headers.filter { !named.contains($0.key) }
            let own = Set(defaults.path.map(\.name.value))
            defaults.path += outer.path.filter { !own.contains($0.name.value) }
        }
        return defaults
    }
}
