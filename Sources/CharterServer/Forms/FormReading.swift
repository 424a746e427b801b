import CharterRuntime

/// Makes of a form the JSON value that its schema asks for, and finds what cannot become one.
///
/// Names that the schema does not have stay, so that they can be told from what the API knows; texts that are no number stay texts.
struct FormReading {
    let api: APIDescription
    private(set) var faults: [Problem.FieldFault] = []

    init(api: APIDescription) {
        self.api = api
    }

    mutating func value(of form: FormTree, _ schema: APIDescription.Schema) -> JSONValue {
        object(form, schema, at: "")
    }

    private mutating func object(_ tree: FormTree, _ schema: APIDescription.Schema, at place: String) -> JSONValue {
        guard case .object(let properties)? = api.resolved(schema)?.schema else { return JSONValue(undescribed: tree) }
        var members: [String: JSONValue] = [:]
        for (name, member) in tree.members.sorted(by: { $0.key < $1.key }) {
            if let property = properties.first(where: { api.spellings(of: $0.name).contains(name) }) {
                members[name] = value(member, property.schema, at: FieldPlace.member(property.name, of: place))
            } else {
                members[name] = JSONValue(undescribed: member)
            }
        }
        // A form says that a list has no items by not naming it.
        for property in properties where property.isRequired && api.mayBeEmptyList(property.schema) {
            if api.spellings(of: property.name).allSatisfy({ members[$0] == nil }) { members[property.name] = .array([]) }
        }
        return .object(members)
    }

    private mutating func value(_ tree: FormTree, _ schema: APIDescription.Schema, at place: String) -> JSONValue {
        switch api.resolved(schema)?.schema {
        case .object:
            guard tree.contents.isEmpty else { return fault("is an object: its fields have brackets around their names", place) }
            return object(tree, schema, at: place)
        case .list(let element, _, _):
            guard let contents = tree.items else { return fault("is a list: its name stands once for each item", place) }
            return .array(contents.enumerated().map { scalar($1, element, at: FieldPlace.item($0, of: place)) })
        default:
            guard tree.members.isEmpty else { return fault("has no fields", place) }
            guard tree.contents.count == 1 else { return fault("must not be repeated", place) }
            return scalar(tree.contents[0], schema, at: place)
        }
    }

    private mutating func scalar(_ content: FormField.Content, _ schema: APIDescription.Schema, at place: String) -> JSONValue {
        guard case .text(let text) = content else { return fault("must be a text, not a file", place) }
        guard let resolved = api.resolved(schema) else { return .string(text) }
        return resolved.isNullable && text.isEmpty ? .null : JSONValue(parameter: text, resolved.schema)
    }

    /// Notes a fault; of the value that stands in for it, nothing else needs to be said.
    private mutating func fault(_ message: String, _ place: String) -> JSONValue {
        faults.append(.init(field: place, message: message))
        return .null
    }
}

extension JSONValue {
    /// What was sent under a name that nothing is known of.
    fileprivate init(undescribed tree: FormTree) {
        if tree.members.isEmpty, case .text(let text)? = tree.contents.first {
            self = .string(text)
        } else {
            self = .object(tree.members.mapValues { JSONValue(undescribed: $0) })
        }
    }
}

extension APIDescription {
    /// The documented name of a field, and the other spellings that requests may use.
    fileprivate func spellings(of name: String) -> [String] {
        [name] + json.otherSpellings(of: name)
    }

    /// Whether the schema is that of a list that needs no items.
    fileprivate func mayBeEmptyList(_ schema: Schema) -> Bool {
        guard case .list(_, let count, _)? = resolved(schema)?.schema else { return false }
        return count.contains(0)
    }
}
