import CharterContract
import CharterRuntime

/// Parameters of OpenAPI.
enum ParameterObject {
    static func json(_ property: SchemaProperty, in place: String) -> OrderedJSON {
        let isList = if case .list = property.schema.shape { true } else { property.listStyle == .comma }
        let parameter: OrderedJSON = [
            "name": .string(property.name),
            "in": .string(place),
            "required": .boolean(property.isRequired),
            "description": property.schema.about.map(OrderedJSON.string),
            "deprecated": property.isDeprecated ? true : nil,
            "style": isList ? (place == "query" ? "form" : "simple") : nil,
            "explode": isList ? .boolean(property.listStyle == .repeated) : nil,
            "schema": schema(property),
            "example": property.schema.example,
            "x-charter-invalid": property.ignoresInvalid ? "ignore" : property.invalid.map(answer),
            "x-charter-missing": property.missing.map(answer),
            "x-charter-assumed": property.schema.assumption,
        ]
        guard case .object(let members) = parameter else { return parameter }
        return .object(members + property.schema.extensions)
    }

    /// How a fault is answered, as the contract has it.
    static func answer(_ answer: APIDescription.ErrorFormat.Fault) -> OrderedJSON {
        let status = answer.status.map { OrderedJSON(integerLiteral: $0) }
        guard answer.code != nil || answer.message != nil else { return status ?? .null }
        return ["status": status, "code": answer.code.map(OrderedJSON.string), "message": answer.message.map(OrderedJSON.string)]
    }

    /// The schema, with the value that a request has which leaves the parameter out.
    private static func schema(_ property: SchemaProperty) -> OrderedJSON {
        let schema = SchemaObject.withExample(property.schema)
        guard let value = property.defaultValue, case .object(let members) = schema else { return schema }
        let isReference = members.first?.name == "$ref"
        return .object((isReference ? [OrderedJSON.Member("allOf", [schema])] : members) + [OrderedJSON.Member("default", value)])
    }
}
