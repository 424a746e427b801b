import CharterRuntime

/// How an API writes instants in what it answers.
struct InstantForm {
    let precision: APIDescription.JSONStyle.Precision

    /// What is wrong with a text as an instant; nil if nothing is.
    func fault(of text: String) -> String? {
        guard Timestamp(text) != nil, Self.isInUTC(text) else { return "is no instant in UTC" }
        guard let digits = precision.digits else { return nil }
        let fraction = text.split(separator: ".").dropFirst().first.map { $0.prefix(while: \.isNumber).count } ?? 0
        return fraction == digits ? nil : "has \(fraction) digits behind its seconds, not \(digits)"
    }

    /// Whether an instant is told without an offset, in either of the spellings of RFC 3339 §4.3 and §5.6 for that.
    private static func isInUTC(_ text: String) -> Bool {
        text.uppercased().hasSuffix("Z") || text.hasSuffix("+00:00") || text.hasSuffix("-00:00")
    }
}

extension APIDescription {
    /// The instants in a value of a type that are written in another way than the API's, each with its place.
    func instantFaults(in value: JSONValue, against schema: Schema, at place: String = "") -> [Problem.FieldFault] {
        switch (resolved(schema)?.schema, value) {
        case (.string(.timestamp, _, _), .string(let text)):
            return InstantForm(precision: json.timestamps).fault(of: text).map { [.init(field: place, message: $0)] } ?? []
        case (.object(let properties), .object(let members)):
            return properties.flatMap { property in
                let inner = place.isEmpty ? property.name : "\(place).\(property.name)"
                return members[property.name].map { instantFaults(in: $0, against: property.schema, at: inner) } ?? []
            }
        case (.list(let element, _, _), .array(let values)):
            return values.enumerated().flatMap { instantFaults(in: $1, against: element, at: "\(place)[\($0)]") }
        case (.map(let element, _), .object(let members)):
            return members.sorted { $0.key < $1.key }.flatMap { name, member in
                instantFaults(in: member, against: element, at: place.isEmpty ? name : "\(place).\(name)")
            }
        case (.union(let tag, let cases), .object(let members)):
            let match = cases.first { members[tag] == .string($0.tag) }
            return match.map { instantFaults(in: value, against: $0.schema, at: place) } ?? []
        default: return []
        }
    }
}
