import CharterRuntime

extension APIDescription {
    /// The description without the query parameters that name tenants.
    ///
    /// A request names its tenant as its caller has to, and what is wrong with that name is found before parameters are looked at: it is no
    /// parameter to be filled in and tried out as others are.
    var withoutTenantParameters: APIDescription {
        var api = self
        api.endpoints = endpoints.map(withoutTenantParameters)
        return api
    }

    func withoutTenantParameters(_ endpoint: Endpoint) -> Endpoint {
        guard let tenancy, endpoint.tenancy == .tenant else { return endpoint }
        var endpoint = endpoint
        endpoint.queryParameters.removeAll { tenancy.places.contains(.query($0.name)) }
        return endpoint
    }
}
