import CharterRuntime

extension APIDescription {
    /// A value that fits a schema, with no more in it than must be; nil where only a person can know one.
    ///
    /// - Parameters:
    ///   - depth: How many objects and lists it may still have within each other.
    ///   - invents: Whether texts are made up from their patterns, so that they may name what there is not.
    func sampleValue(of schema: Schema, depth: Int = 8, invents: Bool = false) -> JSONValue? {
        guard depth > 0, let resolved = resolved(schema)?.schema else { return nil }
        switch resolved {
        case .object(let properties):
            var members: [String: JSONValue] = [:]
            for property in properties where property.isRequired {
                guard let value = sampleValue(of: property.schema, depth: depth - 1, invents: invents) else { return nil }
                members[property.name] = value
            }
            return .object(members)
        case .list(let element, let count, let isUnique):
            let wanted = count.minimum ?? 0
            if isUnique, wanted > 1 { return nil }
            guard wanted > 0 else { return .array([]) }
            return sampleValue(of: element, depth: depth - 1, invents: invents).map { .array(Array(repeating: $0, count: wanted)) }
        case .map: return .object([:])
        case .union(let tag, let cases):
            guard let first = cases.first, case .object(var members)? = sampleValue(of: first.schema, depth: depth - 1, invents: invents)
            else { return nil }
            members[tag] = .string(first.tag)
            return .object(members)
        case .any: return .object([:])
        case .boolean: return .boolean(true)
        case .decimal: return sampleText(of: schema).map(JSONValue.string)
        default:
            let text = sampleText(of: schema) ?? (invents ? inventedText(of: schema) : nil)
            return text.map { JSONValue(parameter: $0, resolved) }
        }
    }
}
