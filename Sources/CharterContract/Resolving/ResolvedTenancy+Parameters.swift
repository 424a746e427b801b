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
        type.map { SchemaProperty(name: name, isRequired: endpoint.tenantPlaces.count == 1, schema: $0.naming) }
    }
}

extension Schema {
    /// The schema without the empty text: that names no tenant, and is answered as if nothing stood there.
    fileprivate var naming: Schema {
        guard case .scalar(.string, var bounds) = shape, bounds.length.minimum == nil else { return self }
        var schema = self
        bounds.length.minimum = "1"
        schema.shape = .scalar(.string, bounds)
        return schema
    }
}
