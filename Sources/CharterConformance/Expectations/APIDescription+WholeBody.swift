import CharterRuntime

extension APIDescription {
    /// The schema of a success body with all that stands around the result: the page, or the envelope.
    func wholeBody(of endpoint: Endpoint) -> Schema? {
        guard let body = endpoint.success.body else { return nil }
        let envelope = endpoint.envelope
        if let paging = endpoint.paging {
            guard let members = paging.memberSchemas(of: body) else { return .list(of: body) }
            return .object(nesting: members + (envelope?.extraMembers ?? []))
        }
        let isList = if case .list? = resolved(body)?.schema { true } else { false }
        guard let place = isList ? envelope?.list : envelope?.single else { return body }
        return .object(nesting: [PlacedSchema(place, body)] + (envelope?.extraMembers ?? []))
    }
}

/// A schema and the path of members, with dots between them, at which it stands.
struct PlacedSchema {
    var path: ArraySlice<String>
    var schema: APIDescription.Schema
    var isRequired: Bool

    init(_ path: String, _ schema: APIDescription.Schema, isRequired: Bool = true) {
        self.path = MemberPath(path).names
        self.schema = schema
        self.isRequired = isRequired
    }
}

extension APIDescription.Paging {
    /// What stands where on a page of such items; nil where the page is the bare list.
    fileprivate func memberSchemas(of item: APIDescription.Schema) -> [PlacedSchema]? {
        guard let items = members.items else { return nil }
        let count = APIDescription.Schema.integer(range: .init(0))
        let named: [(String?, APIDescription.Schema)] = [
            (members.total, count), (members.hasMore, .boolean), (members.pageSize, count), (members.offset, count),
            (members.page, .integer()), (members.pages, count),
        ]
        let next = members.next.map { PlacedSchema($0, end == .null ? .nullable(.string()) : .string(), isRequired: end != .absent) }
        let previous = members.previous.map { PlacedSchema($0, .nullable(.string()), isRequired: false) }
        return [PlacedSchema(items, .list(of: item))] + named.compactMap { path, schema in path.map { PlacedSchema($0, schema) } }
            + [next, previous].compactMap(\.self)
    }
}

extension APIDescription.Envelope {
    /// What a response holds beside its result.
    fileprivate var extraMembers: [PlacedSchema] {
        extras.sorted { $0.key < $1.key }.map { path, value in
            switch value {
            case .text(let text): PlacedSchema(path, .constant(text))
            case .time: PlacedSchema(path, .string(format: .timestamp))
            case .requestID, .version, .revision: PlacedSchema(path, .string())
            }
        }
    }
}

extension APIDescription.Schema {
    /// An object with objects inside, as the paths of its parts say.
    fileprivate static func object(nesting parts: [PlacedSchema]) -> APIDescription.Schema {
        var names: [String] = []
        for case let name? in parts.map(\.path.first) where !names.contains(name) { names.append(name) }
        return .object(
            names.map { name in
                let inside = parts.filter { $0.path.first == name }
                if let whole = inside.first(where: { $0.path.count == 1 }) {
                    return APIDescription.Property(name, whole.schema, isRequired: whole.isRequired)
                }
                let deeper = inside.map { part in
                    var part = part
                    part.path.removeFirst()
                    return part
                }
                return APIDescription.Property(name, .object(nesting: deeper), isRequired: inside.contains(where: \.isRequired))
            }
        )
    }
}
