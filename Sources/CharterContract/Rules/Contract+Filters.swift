import CharterRuntime

/// A filter, with what its name stands for.
struct StatedFilter {
    let endpoint: Endpoint
    /// What the list holds.
    let item: TypeUse
    let filter: Endpoint.Filter
    /// The parameters, or the members of what a search takes, that could be meant.
    let inputs: [Field]
    let input: Field?
}

/// One comparison of a filter, with what its two names stand for.
struct StatedComparison {
    let endpoint: Endpoint
    let comparison: Endpoint.Comparison
    /// The parameter that the filter means.
    let input: Field?
    /// The fields of the object in which the field was looked for.
    let fields: [Field]
    let field: Field?
}

extension Contract {
    /// The filters of all endpoints that return a list.
    var statedFilters: [StatedFilter] {
        let types = typesByName
        return endpoints.flatMap { endpoint -> [StatedFilter] in
            guard let body = endpoint.returns.body, case .list(let item)? = types.form(of: body) else { return [] }
            let inputs = endpoint.query + (endpoint.method.value == .post ? endpoint.takes.map(types.fields) ?? [] : [])
            return endpoint.details.filters.map { filter in
                let input = inputs.first { $0.name.value == filter.name.value }
                return StatedFilter(endpoint: endpoint, item: item, filter: filter, inputs: inputs, input: input)
            }
        }
    }

    /// What each of them is compared with.
    var statedComparisons: [StatedComparison] {
        let types = typesByName
        return statedFilters.flatMap { stated in
            stated.filter.comparisons.map { comparison in
                let (fields, field) = types.field(comparison.field.value, of: stated.item)
                return StatedComparison(
                    endpoint: stated.endpoint,
                    comparison: comparison,
                    input: stated.input,
                    fields: fields,
                    field: field
                )
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
