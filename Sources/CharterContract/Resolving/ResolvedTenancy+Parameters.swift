import CharterRuntime

extension ResolvedTenancy {
    /// The header fields in which the requests of an endpoint name their tenant.
    package func headers(of endpoint: ResolvedEndpoint) -> [SchemaProperty] {
        endpoint.tenantPlaces.compactMap { place in
            if case .header(let name) = place { property(name, of: endpoint) } else { nil }
        }
    }

    /// The query parameters that name the tenant, unless the endpoint describes them itself.
    func queryParameters(of endpoint: ResolvedEndpoint) -> [SchemaProperty] {
        let described = Set(endpoint.queryParameters.map(\.name))
        return endpoint.tenantPlaces.compactMap { place in
            if case .query(let name) = place, !described.contains(name) { property(name, of: endpoint) } else { nil }
        }
    }

    /// A parameter that names the tenant; where callers may name it elsewhere, it may be absent.
    private func property(_ name: String, of endpoint: ResolvedEndpoint) -> SchemaProperty? {
        type.map { SchemaProperty(name: name, isRequired: endpoint.tenantPlaces.count == 1, schema: $0) }
    }
}
