/// Makes the fields of a form of a JSON value.
struct FormWriting {
    let api: APIDescription
    private(set) var fields: [FormField] = []

    init(api: APIDescription) {
        self.api = api
    }

    /// Adds the fields of an object, in the order of their names.
    ///
    /// - Parameter name: what stands in front of their names; nil for the whole form.
    /// - Throws: ``UnsendableRequest/formField(_:)`` for what no form can say.
    mutating func add(_ value: JSONValue, _ schema: APIDescription.Schema, below name: String? = nil) throws(UnsendableRequest) {
        guard case .object(let members) = value else { throw .formField(name ?? "") }
        let properties =
            if case .object(let properties)? = api.resolved(schema)?.schema { properties } else { [] as [APIDescription.Property] }
        for (member, value) in members.sorted(by: { $0.key < $1.key }) {
            let property = properties.first { $0.name == member }
            try add(value, property, as: name.map { "\($0)[\(member)]" } ?? member)
        }
    }

    private mutating func add(_ value: JSONValue, _ property: APIDescription.Property?, as name: String) throws(UnsendableRequest) {
        switch value {
        case .object(let members):
            // Where nothing is said of an object, it is not there.
            guard !members.isEmpty else { throw .formField(name) }
            try add(value, property?.schema ?? .any, below: name)
        case .array(let items):
            // Only of a list that is always there, it is clear that it has no items when nothing is said of it.
            guard !items.isEmpty || property?.isRequired == true else { throw .formField(name) }
            for item in items { fields.append(FormField(name: name, text: try text(of: item, as: name))) }
        case .string(""):
            // An empty text stands for null where there may be one.
            let mayBeNull = property.flatMap { api.resolved($0.schema)?.isNullable } ?? false
            guard !mayBeNull else { throw .formField(name) }
            fields.append(FormField(name: name, text: ""))
        case .null: fields.append(FormField(name: name, text: ""))
        default: fields.append(FormField(name: name, text: try text(of: value, as: name)))
        }
    }

    private func text(of value: JSONValue, as name: String) throws(UnsendableRequest) -> String {
        switch value {
        case .string(let text): return text
        case .boolean(let flag): return String(flag)
        case .integer(let number): return String(number)
        case .number, .exact:
            guard let digits = try? JSONCoding.encode(value) else { throw .formField(name) }
            return String(decoding: digits, as: UTF8.self)
        case .null, .array, .object: throw .formField(name)
        }
    }
}
