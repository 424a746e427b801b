import CharterRuntime

extension APIDescription {
    /// The parameters in a query that the endpoint does not take, each as a fault.
    func unknownParameters(in query: QueryValues, of endpoint: Endpoint) -> [Problem.FieldFault] {
        guard requests.unknownQuery == .reject, !query.names.isEmpty else { return [] }
        var known = Set(endpoint.queryParameters.map(\.name)).union(endpoint.paging?.parameters ?? [])
        known.formUnion(secretParameters)
        if let tenancy, endpoint.tenancy == .tenant {
            for case .query(let name) in tenancy.places { known.insert(name) }
        }
        return query.names.filter { !known.contains($0) }.map {
            .init(field: ParameterPlace.query.field($0), message: "is not a parameter of this endpoint")
        }
    }
}
