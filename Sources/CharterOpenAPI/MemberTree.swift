import CharterContract
import CharterRuntime

/// A member of a JSON object, found by a path of names.
struct TreeMember {
    var path: ArraySlice<String>
    /// What it holds; nil where its schema says it.
    var about: String?
    var schema: OrderedJSON
    var example: OrderedJSON
    var isRequired = true

    init(_ path: String, about: String?, schema: OrderedJSON, example: OrderedJSON) {
        self.path = MemberPath(path).names
        self.about = about
        self.schema = schema
        self.example = example
    }

    /// The member as it stands in the object at the first name of its path.
    fileprivate var inner: TreeMember {
        var member = self
        member.path = path.dropFirst()
        return member
    }

    /// The schema with what it means and its example; a reference stays bare.
    fileprivate var property: OrderedJSON {
        guard schema.members.first?.name != "$ref", let about else { return schema }
        let described = [OrderedJSON.Member("description", .string(about))] + schema.members
        return .object(schema["example"] == nil ? described + [OrderedJSON.Member("example", example)] : described)
    }
}

extension [TreeMember] {
    /// The object that has these members, those with longer paths in objects of their own, as a media type has it.
    ///
    /// - Parameters:
    ///   - about: what the object is.
    ///   - inner: what the objects inside are.
    func content(about: String, inner: String) -> OrderedJSON {
        let (schema, example) = object(about: about, inner: inner)
        return ["schema": .object(schema.members + [OrderedJSON.Member("example", example)]), "example": example]
    }

    func object(about: String, inner: String) -> (schema: OrderedJSON, example: OrderedJSON) {
        var order: [String] = []
        var groups: [String: [TreeMember]] = [:]
        for member in self {
            let name = member.path.first ?? ""
            if groups[name] == nil { order.append(name) }
            groups[name, default: []].append(member.inner)
        }
        var properties: [OrderedJSON.Member] = []
        var examples: [OrderedJSON.Member] = []
        var required: [OrderedJSON] = []
        for name in order {
            let group = groups[name] ?? []
            if let member = group.first, member.path.isEmpty {
                properties.append(OrderedJSON.Member(name, member.property))
                examples.append(OrderedJSON.Member(name, member.example))
            } else {
                let (schema, example) = group.object(about: inner, inner: inner)
                let property = OrderedJSON.object(schema.members + [OrderedJSON.Member("example", example)])
                properties.append(OrderedJSON.Member(name, property))
                examples.append(OrderedJSON.Member(name, example))
            }
            if group.contains(where: \.isRequired) { required.append(.string(name)) }
        }
        let schema: OrderedJSON = [
            "type": "object",
            "description": .string(about),
            "required": required.isEmpty ? nil : .array(required),
            "properties": .object(properties),
        ]
        return (schema, .object(examples))
    }
}
