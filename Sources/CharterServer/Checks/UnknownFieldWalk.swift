import CharterRuntime

/// Walks a value and its schema side by side and collects the members that the schema does not name, where the API refuses them.
struct UnknownFieldWalk {
    let api: APIDescription
    /// Members of the outermost object that are known although the schema does not name them.
    let known: [String]
    private(set) var faults: [Problem.FieldFault] = []

    init(api: APIDescription, known: [String]) {
        self.api = api
        self.known = known
    }

    mutating func check(_ value: JSONValue, against schema: APIDescription.Schema, at path: String) {
        guard api.requests.unknownFields != .ignore else { return }
        check(value, against: schema, at: path, isTop: true)
    }

    private mutating func check(
        _ value: JSONValue,
        against schema: APIDescription.Schema,
        at path: String,
        isTop: Bool,
        tag: String? = nil
    ) {
        guard isTop || api.requests.unknownFields == .reject else { return }
        switch (api.resolved(schema)?.schema, value) {
        case (.object(let properties), .object(let members)):
            let names = Set(properties.map(\.name))
            for name in members.keys.sorted() where !names.contains(name) && name != tag && !(isTop && known.contains(name)) {
                faults.append(.init(field: FieldPlace.member(name, of: path), message: "is not a field of this endpoint's body"))
            }
            for property in properties {
                guard let member = members[property.name] else { continue }
                check(member, against: property.schema, at: FieldPlace.member(property.name, of: path), isTop: false)
            }
        case (.list(let element, _, _), .array(let values)):
            for (index, value) in values.enumerated() { check(value, against: element, at: FieldPlace.item(index, of: path), isTop: false) }
        case (.map(let element, _), .object(let members)):
            for (name, value) in members.sorted(by: { $0.key < $1.key }) {
                check(value, against: element, at: FieldPlace.member(name, of: path), isTop: false)
            }
        case (.union(let by, let cases), .object(let members)):
            guard case .string(let text)? = members[by], let match = cases.first(where: { $0.tag == text }) else { return }
            check(value, against: match.schema, at: path, isTop: isTop, tag: by)
        default: break
        }
    }
}
