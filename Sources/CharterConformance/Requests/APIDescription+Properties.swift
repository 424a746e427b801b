import CharterRuntime

extension APIDescription {
    /// The fields of an object; nil of any other schema, or of none.
    func properties(of schema: Schema?) -> [Property]? {
        if case .object(let properties)? = schema.flatMap(resolved)?.schema { properties } else { nil }
    }
}
