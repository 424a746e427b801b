import CharterRuntime

/// Gives the members of a value their documented names where a request spells them in another way that the API accepts.
struct NameSpelling {
    let api: APIDescription
    /// The members that stand twice, in two spellings.
    private(set) var faults: [Problem.FieldFault] = []

    init(api: APIDescription) {
        self.api = api
    }

    mutating func documented(_ value: JSONValue, _ schema: APIDescription.Schema, at path: String) -> JSONValue {
        guard !api.json.acceptedNames.isEmpty else { return value }
        switch (api.resolved(schema)?.schema, value) {
        case (.object(let properties), .object(var members)):
            for property in properties { rename(property.name, in: &members, at: path) }
            for property in properties {
                guard let member = members[property.name] else { continue }
                members[property.name] = documented(member, property.schema, at: FieldPlace.member(property.name, of: path))
            }
            return .object(members)
        case (.list(let element, _, _), .array(let values)):
            return .array(values.enumerated().map { documented($1, element, at: FieldPlace.item($0, of: path)) })
        case (.map(let element, _), .object(let members)):
            var renamed = members
            for (name, value) in members { renamed[name] = documented(value, element, at: FieldPlace.member(name, of: path)) }
            return .object(renamed)
        case (.union(let by, let cases), .object(var members)):
            rename(by, in: &members, at: path)
            guard case .string(let text)? = members[by], let match = cases.first(where: { $0.tag == text }) else { return .object(members) }
            return documented(.object(members), match.schema, at: path)
        default: return value
        }
    }

    private mutating func rename(_ name: String, in members: inout [String: JSONValue], at path: String) {
        for spelling in api.json.otherSpellings(of: name) {
            guard let value = members.removeValue(forKey: spelling) else { continue }
            if members[name] == nil {
                members[name] = value
            } else {
                faults.append(.init(field: FieldPlace.member(name, of: path), message: "stands twice, also as '\(spelling)'"))
            }
        }
    }
}

extension APIDescription.JSONStyle {
    /// The spellings of a documented name that requests may use in its place, each once.
    func otherSpellings(of name: String) -> [String] {
        var seen: Set<String> = [name]
        return acceptedNames.map { $0.spelling(of: name) }.filter { seen.insert($0).inserted }
    }
}
