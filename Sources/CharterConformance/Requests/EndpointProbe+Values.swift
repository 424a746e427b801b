import CharterRuntime

extension EndpointProbe {
    /// The values that the fixtures have for the endpoint.
    private var known: [String: String] {
        fixtures.tenants.first.flatMap { fixtures.parameters[$0]?[endpoint.id] } ?? [:]
    }

    func fillPath(of request: inout Request) throws(MissingFixture) {
        for parameter in endpoint.pathParameters {
            let isTenant = api.tenancy?.place == .path(parameter.name)
            guard let value = known[parameter.name] ?? (isTenant ? fixtures.tenants.first : nil) else { throw missingValue(of: parameter) }
            request.path[parameter.name] = value
        }
    }

    func fillQuery(of request: inout Request) throws(MissingFixture) {
        for parameter in endpoint.queryParameters where isNeeded(parameter) {
            // Commas that stand between the items of a list are not encoded.
            let keepsCommas = parameter.listStyle == .comma
            request.query += try values(of: parameter).map { .init(parameter.name, $0, keepsCommas: keepsCommas) }
        }
    }

    /// Header parameters, and the version that the contract describes.
    func fillHeaders(of request: inout Request) throws(MissingFixture) {
        for parameter in endpoint.headerParameters where isNeeded(parameter) {
            try request.fill(parameter.name, try values(of: parameter).joined(separator: ","))
        }
        if let versioning = api.versioning { try request.fill(versioning.header, versioning.current) }
    }

    /// Says whose data is asked for, where neither path nor credential does.
    func nameTenant(in request: inout Request, of caller: FixtureCaller) throws(MissingFixture) {
        switch tenantPlace(of: caller) {
        case .header(let name): try request.fill(name, try tenantText(for: name))
        case .query(let name): request.query.append(.init(name, try tenantText(for: name)))
        case .path, .credential, nil: break
        }
    }

    /// Takes away what says whose data is asked for in header or query.
    func removeTenant(from request: inout Request, of caller: FixtureCaller) {
        switch tenantPlace(of: caller) {
        case .header(let name): ParameterPlace.header.remove(name, from: &request)
        case .query(let name):
            ParameterPlace.query.remove(name, from: &request)
            request.credentialQuery.removeAll { $0.name == name }
        case .path, .credential, nil: break
        }
    }

    private func tenantText(for name: String) throws(MissingFixture) -> String {
        if let value = known[name] { return value }
        return try home()
    }

    /// Where a request of that caller names its tenant; nil where the endpoint has nothing to do with tenants.
    func tenantPlace(of caller: FixtureCaller) -> APIDescription.Tenancy.Place? {
        guard endpoint.tenancy == .tenant, let tenancy = api.tenancy else { return nil }
        let places = caller.credentials.map(tenancy.place(forCredential:))
        return places.first { $0 != .credential } ?? places.first ?? tenancy.place
    }

    /// Whether a request has to have the parameter; of those of which exactly one must be there it is the first.
    private func isNeeded(_ parameter: APIDescription.Parameter) -> Bool {
        if parameter.isRequired { return true }
        return endpoint.rules.contains { rule in
            if case .exactlyOne(let names) = rule { names.first == parameter.name } else { false }
        }
    }

    /// Values of an optional query parameter: those that the fixtures have, or else some that fit; nil where only a person can know them.
    ///
    /// - Parameter invents: Whether they may name what there is not.
    func texts(of parameter: APIDescription.Parameter, invents: Bool = false) -> [String]? {
        if let value = known[parameter.name] { return [value] }
        return api.sampleTexts(of: parameter) ?? (invents ? api.inventedText(of: parameter.schema).map { [$0] } : nil)
    }

    private func values(of parameter: APIDescription.Parameter) throws(MissingFixture) -> [String] {
        if let value = known[parameter.name] { return [value] }
        guard let values = api.sampleTexts(of: parameter) else { throw missingValue(of: parameter) }
        return values
    }

    private func missingValue(of parameter: APIDescription.Parameter) -> MissingFixture {
        MissingFixture(#"a value: parameters["\#(fixtures.tenants.first ?? "")"]["\#(endpoint.id)"]["\#(parameter.name)"]"#)
    }
}
