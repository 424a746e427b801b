/// Gives names to the objects and enumerations that endpoints write out in place, so that code and documents can refer to them.
struct Hoisting {
    private(set) var types: [ResolvedType] = []
    private var taken: Set<String>

    init(taken: [String]) {
        self.taken = Set(taken)
    }

    mutating func hoisted(_ endpoint: ResolvedEndpoint) -> ResolvedEndpoint {
        let name = IdentifierWords(endpoint.id).upperCamel
        var hoisted = endpoint
        hoisted.requestBody = endpoint.requestBody.map { schema($0, name + "Body") }
        hoisted.success.body = endpoint.success.body.map { body in
            guard case .list(let element, let count) = body.shape else { return schema(body, name + "Result") }
            var list = body
            list.shape = .list(schema(element, name + "Item"), count: count)
            return list
        }
        hoisted.pathParameters = endpoint.pathParameters.map { parameter($0, name) }
        hoisted.queryParameters = endpoint.queryParameters.map { parameter($0, name) }
        hoisted.headerParameters = endpoint.headerParameters.map { parameter($0, name) }
        hoisted.success.headers = endpoint.success.headers.map { parameter($0, name) }
        return hoisted
    }

    private mutating func parameter(_ parameter: SchemaProperty, _ name: String) -> SchemaProperty {
        var hoisted = parameter
        hoisted.schema = schema(parameter.schema, name + IdentifierWords(parameter.name).upperCamel)
        return hoisted
    }

    /// A reference to a new type of about that name; what needs no name stays as it is.
    private mutating func schema(_ schema: Schema, _ wished: String) -> Schema {
        switch schema.shape {
        case .list(let element, let count):
            var list = schema
            list.shape = .list(self.schema(element, wished + "Item"), count: count)
            return list
        case .map(let element, let count):
            var map = schema
            map.shape = .map(self.schema(element, wished + "Value"), count: count)
            return map
        case .named, .scalar: return schema
        case .object, .enumeration, .union, .constant: break
        }
        let candidates = [wished] + (2...9).map { wished + String($0) }
        let name = candidates.first { !taken.contains($0) } ?? wished
        taken.insert(name)
        var declared = schema
        declared.isNullable = false
        types.append(ResolvedType(name: name, schema: declared))
        var reference = schema
        reference.shape = .named(name)
        return reference
    }
}
