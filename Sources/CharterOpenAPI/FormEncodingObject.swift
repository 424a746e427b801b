import CharterContract

/// How the fields of a form are written, by the `encoding` that OpenAPI has for media types (OpenAPI 3.1 §4.8.15).
struct FormEncodingObject {
    /// The named types of the API.
    let schemas: [String: Schema]

    /// A field that is an object: `address[street]=…`.
    static let object: OrderedJSON = ["style": "deepObject", "explode": true]
    /// A field that is a list: its name stands once for each item.
    static let list: OrderedJSON = ["style": "form", "explode": true]

    /// The fields of a body that are written as more than one text.
    func encodings(of body: Schema) -> [OrderedJSON.Member] {
        guard case .object(let properties) = shape(of: body) else { return [] }
        return properties.compactMap { property in
            switch shape(of: property.schema) {
            case .object: OrderedJSON.Member(property.name, Self.object)
            case .list: OrderedJSON.Member(property.name, Self.list)
            case .scalar, .enumeration, .map, .union, .constant, .named: nil
            }
        }
    }

    /// The shape behind names of types.
    private func shape(of schema: Schema) -> Schema.Shape {
        var schema = schema
        while case .named(let name) = schema.shape, let next = schemas[name] { schema = next }
        return schema.shape
    }
}
