import CharterRuntime

/// Writes the instants in a result with as many digits as the API documents.
struct InstantSpelling: Sendable {
    let api: APIDescription

    /// Whether results are to be written again.
    var isNeeded: Bool { api.json.timestamps != .any }

    /// A result as JSON, its instants in the API's precision.
    ///
    /// - Throws: `EncodingError` for a value that JSON cannot hold.
    func spelled(_ value: some Encodable, _ schema: APIDescription.Schema) throws -> JSONValue {
        spelled(try JSONCoding.decode(JSONValue.self, from: JSONCoding.encode(value)), schema)
    }

    private func spelled(_ value: JSONValue, _ schema: APIDescription.Schema) -> JSONValue {
        switch (api.resolved(schema)?.schema, value) {
        case (.string(.timestamp, _, _), .string(let text)):
            return Timestamp(text).map { .string($0.text(api.json.timestamps)) } ?? value
        case (.object(let properties), .object(var members)):
            for property in properties {
                if let member = members[property.name] { members[property.name] = spelled(member, property.schema) }
            }
            return .object(members)
        case (.list(let element, _, _), .array(let values)): return .array(values.map { spelled($0, element) })
        case (.map(let element, _), .object(let members)): return .object(members.mapValues { spelled($0, element) })
        case (.union(let by, let cases), .object(let members)):
            guard let match = cases.first(where: { members[by] == .string($0.tag) }) else { return value }
            return spelled(value, match.schema)
        default: return value
        }
    }
}
