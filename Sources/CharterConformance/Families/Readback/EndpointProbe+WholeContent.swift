import CharterRuntime

extension EndpointProbe {
    /// What the endpoint takes with all that may be said beside it, as far as that is known or can be made up, and with other values than those that a new
    /// thing has anyway.
    ///
    /// - Parameter withSecondItems: Whether to make up a second item for a list of one.
    func wholeContent(withSecondItems: Bool) throws(MissingFixture) -> JSONValue {
        let fields = api.properties(of: endpoint.requestBody?.schema) ?? []
        var content = try content()
        for field in fields {
            guard let value = wholeValue(of: field, besides: content[field.name], withSecondItems) else { continue }
            content = content.setting(value, at: [.member(field.name)]) ?? content
        }
        return content
    }

    private func wholeValue(of field: APIDescription.Property, besides known: JSONValue?, _ withSecondItems: Bool) -> JSONValue? {
        guard let value = known ?? example?[field.name] ?? api.sampleValue(of: field.schema), value != .null else { return nil }
        let standing = standingValues(of: field)
        let others = OtherValue(in: api)
        if known == nil, standing.contains(value) { return others.all(than: value, of: field.schema).first { !standing.contains($0) } }
        guard withSecondItems, case .list(let element, _, _)? = api.resolved(field.schema)?.schema, case .array(let items) = value,
            items.count == 1,
            let other = others.than(items[0], of: element)
        else { return value }
        let several = JSONValue.array([items[0], other])
        return api.faults(of: several, against: field.schema).isEmpty ? several : value
    }

    /// What a field of the body is taken to be where it is left out, as far as the contract says it.
    func standingValues(of property: APIDescription.Property) -> [JSONValue] {
        let made = api.properties(of: endpoint.success.body)?.first { $0.name == property.name }
        let texts = [property.defaultValue, property.initialValue, made?.initialValue].compactMap(\.self)
        return texts.compactMap { try? JSONCoding.decode(JSONValue.self, from: Array($0.utf8)) }
    }
}
