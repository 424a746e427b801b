import CharterClient
import CharterRuntime

/// Makes requests to one endpoint out of the fixtures.
struct EndpointProbe: Sendable {
    typealias Request = EndpointRequest

    let api: APIDescription
    let endpoint: APIDescription.Endpoint
    let fixtures: Fixtures

    /// The tenant whose data requests ask for.
    func home() throws(MissingFixture) -> String {
        guard let tenant = fixtures.tenants.first else { throw MissingFixture("a tenant") }
        return tenant
    }

    /// A request that the server should accept.
    func sufficientRequest() throws(MissingFixture) -> Request {
        guard endpoint.auth != .none else { return try request() }
        do {
            return try request(as: try sufficientCaller(of: try home()))
        } catch let missing {
            if endpoint.auth.isOpen, endpoint.scope.isOpen { return try request() }
            throw missing
        }
    }

    /// A request of that caller, or of nobody.
    ///
    /// - Parameter namesTenant: Whether it says in header or query whose data it asks for, where the API wants that.
    func request(as caller: FixtureCaller = FixtureCaller(), namesTenant: Bool = true) throws(MissingFixture) -> Request {
        var request = Request(endpoint)
        try fillPath(of: &request)
        try fillQuery(of: &request)
        try fillHeaders(of: &request)
        if namesTenant { try nameTenant(in: &request, of: caller) }
        request.body = try body()
        try fillIdempotencyKey(of: &request)
        try request.present(caller)
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
}
