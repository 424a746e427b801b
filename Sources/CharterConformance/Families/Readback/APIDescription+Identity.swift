import CharterRuntime
import HTTPTypes

extension APIDescription {
    /// The members that may name what an endpoint answers, the most telling first: what its `Location` or the path of the endpoint that shows one is
    /// filled in from, `id`, and what has the form of an id and is not sent by callers.
    ///
    /// - Parameter index: Where other endpoints are found; whoever asks for many endpoints has one for all.
    func identityNames(of endpoint: Endpoint, _ index: EndpointIndex? = nil) -> [String] {
        pathNames(of: endpoint, index ?? EndpointIndex(self)) + ["id"] + ownIDs(of: endpoint)
    }

    /// The last parameters of the paths at which what an endpoint answers can be found.
    private func pathNames(of endpoint: Endpoint, _ index: EndpointIndex) -> [String] {
        var names: [String] = []
        if case .parameter(let name)? = endpoint.success.location?.segments.last { names.append(name) }
        if let name = index.parameter(naming: endpoint.success.body) { names.append(name) }
        return names
    }

    /// The member that tells an item of a list from those of every other tenant; nil where none is known to.
    func globalIdentity(ofItemsAt endpoint: Endpoint, _ index: EndpointIndex) -> String? {
        guard let properties = endpoint.listedProperties(in: self) else { return nil }
        let required = properties.filter(\.isRequired)
        if required.contains(where: { $0.name == "id" }) { return "id" }
        let names = pathNames(of: endpoint, index)
        return required.first { property in
            guard names.contains(property.name) else { return false }
            return if case .string(let format, _, _)? = resolved(property.schema)?.schema { format.isID } else { false }
        }?.name
    }

    /// The members of an answer that are UUIDs, or texts without blanks, and that no request has.
    private func ownIDs(of endpoint: Endpoint) -> [String] {
        guard let answered = properties(of: endpoint.success.body) else { return [] }
        var sent: Set<String> = []
        if let fields = properties(of: endpoint.requestBody?.schema) { sent = Set(fields.map(\.name)) }
        return answered.filter { property in
            guard property.isRequired, !sent.contains(property.name),
                case .string(let format, _, let pattern)? = resolved(property.schema)?.schema
            else { return false }
            return format.isID || (format == .plain && pattern != nil)
        }.map(\.name)
    }
}

extension APIDescription.StringFormat {
    fileprivate var isID: Bool {
        switch self {
        case .uuid, .uuid1, .uuid2, .uuid3, .uuid4, .uuid5, .uuid6, .uuid7, .uuid8: true
        case .plain, .slug, .timestamp, .date, .uri, .email: false
        }
    }
}

extension JSONValue {
    /// What names it, at the top or one level below: the first of some members that it has.
    func identity(_ names: [String]) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        if let own = names.lazy.compactMap({ members[$0] }).first { return own }
        return members.sorted { $0.key < $1.key }.lazy.compactMap { member in names.lazy.compactMap { member.value[$0] }.first }.first
    }

    /// All members of some names that it has, at the top or, if there are none, one level below.
    func identities(_ names: [String]) -> [String: JSONValue] {
        guard case .object(let members) = self else { return [:] }
        let own = members.filter { names.contains($0.key) }
        if !own.isEmpty { return own }
        return members.sorted { $0.key < $1.key }.lazy.compactMap { member -> [String: JSONValue]? in
            guard case .object(let inner) = member.value else { return nil }
            let found = inner.filter { names.contains($0.key) }
            return found.isEmpty ? nil : found
        }.first ?? [:]
    }

    /// Whether it is a text of the form of a UUID, which two things never share.
    var isUUID: Bool {
        guard case .string(let text) = self else { return false }
        return UniqueID(text.lowercased()) != nil
    }
}
