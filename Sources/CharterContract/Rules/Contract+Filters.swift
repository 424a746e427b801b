import CharterRuntime

/// One comparison of a filter, with what its two names stand for.
struct StatedComparison {
    let endpoint: Endpoint
    let filter: Endpoint.Filter
    let comparison: Endpoint.Comparison
    /// The parameters, or the members of what a search takes, that could be meant.
    let inputs: [Field]
    let input: Field?
    /// The fields of the object in which the field was looked for.
    let fields: [Field]
    let field: Field?
}

extension Contract {
    /// The comparisons of all filters of endpoints that return a list.
    var statedComparisons: [StatedComparison] {
        let types = typesByName
        return endpoints.flatMap { endpoint -> [StatedComparison] in
            guard let body = endpoint.returns.body, case .list(let item)? = types.form(of: body) else { return [] }
            let inputs = endpoint.query + (endpoint.method.value == .post ? endpoint.takes.map(types.fields) ?? [] : [])
            return endpoint.details.filters.flatMap { filter in
                filter.comparisons.map { comparison in
                    let (fields, field) = types.field(comparison.field.value, of: item)
                    return StatedComparison(
                        endpoint: endpoint,
                        filter: filter,
                        comparison: comparison,
                        inputs: inputs,
                        input: inputs.first { $0.name.value == filter.name.value },
                        fields: fields,
                        field: field
                    )
                }
            }
        }
    }
}

extension [String: TypeDeclaration] {
    /// The fields of an object; none of anything else.
    fileprivate func fields(of use: TypeUse) -> [Field] {
        if case .object(let fields)? = form(of: use) { fields } else { [] }
    }

    /// The field at a path with dots, and those of the object in which it would be.
    fileprivate func field(_ path: String, of item: TypeUse) -> (all: [Field], found: Field?) {
        var (all, found): ([Field], Field?) = (fields(of: item), nil)
        for (index, name) in path.split(separator: ".", omittingEmptySubsequences: false).enumerated() {
            if index > 0, let found { all = fields(of: found.type) }
            found = all.first { $0.name.value == name }
            if found == nil { break }
        }
        return (all, found)
    }
}
