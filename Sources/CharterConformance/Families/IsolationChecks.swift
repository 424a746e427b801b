import CharterRuntime

/// That tenants are kept apart: a key opens nothing of another tenant.
struct IsolationChecks {
    let probe: EndpointProbe

    static func checks(of endpoint: APIDescription.Endpoint, in api: APIDescription) -> [Check] {
        guard endpoint.credential != nil, let tenancy = api.tenancy else { return [] }
        switch tenancy.place {
        case .path(let parameter): return endpoint.path.segments.contains(.parameter(parameter)) ? [.foreignTenant] : []
        }
    }

    func foreignTenant() throws(MissingFixture) -> SingleExchange {
        guard let tenancy = probe.api.tenancy else { throw MissingFixture("tenants") }
        guard let foreigner = probe.fixtures.tenants.dropFirst().first else { throw MissingFixture("a second \(tenancy.name)") }
        let request = try probe.request(with: try probe.sufficientKey(of: foreigner))
        let code: Problem.Code = tenancy.foreignStatus == 404 ? .notFound : .foreignTenant
        return SingleExchange(request, expecting: Refusal(status: tenancy.foreignStatus, code: code, format: probe.api.errors))
    }
}
