import CharterRuntime

extension APIDescription {
    /// What the values of a list parameter are; nil for every other parameter.
    func element(ofListIn schema: Schema) -> Schema? {
        guard case .list(let element, _, _)? = resolved(schema)?.schema else { return nil }
        return element
    }

    /// What keeps the texts of a parameter from being what it takes.
    func faults(of texts: [String], _ parameter: Parameter, at field: String) -> [Problem.FieldFault] {
        let value: JSONValue
        if let element = element(ofListIn: parameter.schema) {
            let element = resolved(element)?.schema
            value = .array(texts.map { JSONValue(parameter: $0, element) })
        } else {
            guard let text = texts.first, texts.count == 1 else { return [.init(field: field, message: "must not be repeated")] }
            value = JSONValue(parameter: text, resolved(parameter.schema)?.schema)
        }
        return faults(of: value, against: parameter.schema, at: field, direction: .request)
    }

    /// The parameters in a query that the endpoint does not take, each as a fault.
    func unknownParameters(in query: QueryValues, of endpoint: Endpoint) -> [Problem.FieldFault] {
        guard requests.unknownQuery == .reject else { return [] }
        var known = Set(endpoint.queryParameters.map(\.name)).union(endpoint.paging?.parameters ?? [])
        known.formUnion(secretParameters)
        if let tenancy, endpoint.tenancy == .tenant {
            for case .query(let name) in [tenancy.place] + tenancy.placesByCredential.values { known.insert(name) }
        }
        return query.names.filter { !known.contains($0) }.map {
            .init(field: ParameterPlace.query.field($0), message: "is not a parameter of this endpoint")
        }
    }
}
