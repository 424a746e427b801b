import CharterContract

/// Parameters of OpenAPI.
enum ParameterObject {
    static func json(_ property: SchemaProperty, in place: String) -> OrderedJSON {
        let isList = if case .list = property.schema.shape { true } else { property.listStyle == .comma }
        return [
            "name": .string(property.name),
            "in": .string(place),
            "required": .boolean(property.isRequired),
            "description": property.schema.about.map(OrderedJSON.string),
            "deprecated": property.isDeprecated ? true : nil,
            "style": isList ? (place == "query" ? "form" : "simple") : nil,
            "explode": isList ? .boolean(property.listStyle == .repeated) : nil,
            "schema": schema(property),
            "example": property.schema.example,
            "x-charter-invalid": property.ignoresInvalid ? "ignore" : nil,
            "x-charter-assumed": property.schema.assumption,
        ]
    }

    /// The schema, with the value that a request has which leaves the parameter out.
    private static func schema(_ property: SchemaProperty) -> OrderedJSON {
        let schema = SchemaObject.withExample(property.schema)
        guard let value = property.defaultValue, case .object(let members) = schema else { return schema }
        let isReference = members.first?.name == "$ref"
        return .object((isReference ? [OrderedJSON.Member("allOf", [schema])] : members) + [OrderedJSON.Member("default", value)])
    }
}
