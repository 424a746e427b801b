/// The other names by which requests may call the members of an API's types, such as `starts_at` for `startsAt`.
///
/// All are worked out once: a text that is full of names which nobody knows costs no more than any other.
package final class MemberSpellings: Sendable {
    private let documented: [String: [String]]

    /// Works out the names; nil where an API takes none but those that it documents.
    package init?(_ api: APIDescription) {
        guard !api.json.acceptedNames.isEmpty else { return nil }
        var names: Set<String> = []
        for type in api.types.values { type.collectNames(&names) }
        for body in api.endpoints.compactMap(\.requestBody) { body.schema.collectNames(&names) }
        var documented: [String: [String]] = [:]
        for name in names.sorted() {
            for spelling in api.json.otherSpellings(of: name) { documented[spelling, default: []].append(name) }
        }
        self.documented = documented
    }

    /// The documented names that a name may stand for; nil if it stands for none but itself.
    package func documentedNames(of name: String) -> [String]? {
        documented[name]
    }
}

extension APIDescription.JSONStyle {
    /// The spellings of a documented name that requests may use in its place, each once.
    package func otherSpellings(of name: String) -> [String] {
        var seen: Set<String> = [name]
        return acceptedNames.map { $0.spelling(of: name) }.filter { seen.insert($0).inserted }
    }
}

extension APIDescription.Schema {
    /// Adds the names of members in the schema, as far as they stand in no named type.
    fileprivate func collectNames(_ names: inout Set<String>) {
        switch self {
        case .object(let properties):
            for property in properties {
                names.insert(property.name)
                property.schema.collectNames(&names)
            }
        case .list(let element, _, _), .map(let element, _), .nullable(let element): element.collectNames(&names)
        case .union(let by, let cases):
            names.insert(by)
            for match in cases { match.schema.collectNames(&names) }
        case .string, .integer, .number, .exactNumber, .decimal, .boolean, .constant, .enumeration, .any, .named: break
        }
    }
}
