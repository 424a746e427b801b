import CharterRuntime

extension APIDescription {
    /// The values of open enumerations that are documented ones in other letters, each with its place: a later version may add values, but
    /// hardly one that is told from another by capitals or by what stands between its words.
    func spellingFaults(in value: JSONValue, against schema: Schema, at place: String = "") -> [Problem.FieldFault] {
        switch (resolved(schema)?.schema, value) {
        case (.enumeration(let values, _), .string(let text)):
            guard !values.contains(text), let meant = values.first(where: { $0.letters == text.letters }) else { return [] }
            return [.init(field: place, message: "is '\(text)', and the documented value '\(meant)'")]
        case (.object(let properties), .object(let members)):
            return properties.flatMap { property in
                let inner = place.isEmpty ? property.name : "\(place).\(property.name)"
                return members[property.name].map { spellingFaults(in: $0, against: property.schema, at: inner) } ?? []
            }
        case (.list(let element, _, _), .array(let values)):
            return values.enumerated().flatMap { spellingFaults(in: $1, against: element, at: "\(place)[\($0)]") }
        case (.map(let element, _), .object(let members)):
            return members.sorted { $0.key < $1.key }.flatMap { name, member in
                spellingFaults(in: member, against: element, at: place.isEmpty ? name : "\(place).\(name)")
            }
        case (.union(let tag, let cases), .object(let members)):
            let match = cases.first { members[tag] == .string($0.tag) }
            return match.map { spellingFaults(in: value, against: $0.schema, at: place) } ?? []
        default: return []
        }
    }
}

extension String {
    /// Its letters and digits alone, in lower case.
    fileprivate var letters: String { lowercased().filter { $0.isLetter || $0.isNumber } }
}
