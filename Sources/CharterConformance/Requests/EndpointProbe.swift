import CharterRuntime

/// Makes requests to one endpoint out of the fixtures.
struct EndpointProbe: Sendable {
    typealias Request = EndpointRequest

    let api: APIDescription
    var endpoint: APIDescription.Endpoint
    var fixtures: Fixtures
    /// Chooses among the values that may be tried.
    var seed: UInt64 = 0
    /// The published OpenAPI document, or nil.
    var document: [UInt8]?

    /// The probe of another endpoint, with all else as it is.
    func at(_ other: APIDescription.Endpoint) -> EndpointProbe {
        var probe = self
        probe.endpoint = other
        return probe
    }

    /// The probe of another tenant, as if it were the first.
    func at(home tenant: String) -> EndpointProbe {
        var probe = self
        probe.fixtures.tenants = [tenant] + fixtures.tenants.filter { $0 != tenant }
        return probe
    }

    /// The probe whose endpoint has another value of a path parameter, for the first tenant.
    func naming(_ value: String, in parameter: String) throws(MissingFixture) -> EndpointProbe {
        var probe = self
        probe.fixtures.parameters[try home(), default: [:]][endpoint.id, default: [:]][parameter] = value
        return probe
    }

    /// The tenant whose data requests ask for.
    func home() throws(MissingFixture) -> String {
        guard let tenant = fixtures.tenants.first else { throw MissingFixture("a tenant") }
        return tenant
    }

    /// A request that the server should accept.
    ///
    /// - Parameter content: What it sends; by default what the fixtures have, or else the contract's example.
    func sufficientRequest(with content: JSONValue? = nil) throws(MissingFixture) -> Request {
        guard endpoint.auth != .none else { return try request(with: content) }
        do {
            return try request(as: try sufficientCaller(of: try home()), with: content)
        } catch let missing {
            if endpoint.auth.isOpen, endpoint.scope.isOpen { return try request(with: content) }
            throw missing
        }
    }

    /// A request of that caller, or of nobody.
    ///
    /// - Parameters:
    ///   - namesTenant: Whether it says in header or query whose data it asks for, where the API wants that.
    ///   - content: What it sends; by default what the fixtures have, or else the contract's example.
    func request(
        as caller: FixtureCaller = FixtureCaller(),
        namesTenant: Bool = true,
        with content: JSONValue? = nil
    ) throws(MissingFixture) -> Request {
        var request = Request(endpoint)
        try fillPath(of: &request)
        try fillQuery(of: &request)
        try fillHeaders(of: &request)
        request.body = try body(holding: content)
        try fillIdempotencyKey(of: &request)
        try request.present(caller)
        // Fixtures may have the name of a tenant beside a key: whose data is asked for is the check's affair.
        removeTenant(from: &request, of: caller)
        if namesTenant { try nameTenant(in: &request, of: caller) }
        do {
            try request.writeForm(api)
            _ = try request.target()
        } catch {
            throw MissingFixture("a usable value: \(error), at \(endpoint.id)")
        }
        return request
    }

    /// That a request is refused for one of these reasons.
    func refusal(_ codes: [Problem.Code]) -> Refusal {
        Refusal(codes, of: endpoint, in: api)
    }

    func refusal(_ code: Problem.Code) -> Refusal {
        refusal([code])
    }

    /// That a request is refused for a fault at a place.
    ///
    /// - Parameters:
    ///   - own: How the contract answers this fault of this parameter.
    ///   - place: Where the fault is, as the API writes places.
    func refusal(_ code: Problem.Code, _ own: APIDescription.ErrorFormat.Fault? = nil, at place: String?) -> Refusal {
        let answer = api.errors.answer(to: code, own)
        let (status, text) = (answer.status ?? api.errors.status(of: code), answer.code ?? api.errors.text(of: code))
        // A path that fits nothing, answered as one at which there is nothing, need not say more than that.
        let isAsAbsent = code == .invalidPath && (status, text) == (api.errors.status(of: .notFound), api.errors.text(of: .notFound))
        // Neither need an answer of the parameter's own, whose code says all.
        let isOwn = own?.code != nil && api.errors.tellsCode
        return Refusal([(status, text)], at: isAsAbsent || isOwn ? nil : place, of: endpoint, in: api)
    }
}
