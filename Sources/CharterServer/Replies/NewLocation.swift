import CharterRuntime
import HTTPTypes

/// Where a request's new thing is found, below whatever the API is mounted at.
struct NewLocation {
    /// The segments in front of the API's own paths, as the request has them.
    private let base: ArraySlice<Substring>
    /// The segments of the endpoint's path, as the request has them.
    private let own: ArraySlice<Substring>
    private let template: APIDescription.PathTemplate
    private let request: AuthorizedRequest

    init(_ template: APIDescription.PathTemplate, _ request: AuthorizedRequest) {
        self.template = template
        self.request = request
        let path = request.exchange.head.path?.prefix { $0 != "?" && $0 != "#" } ?? ""
        let parts = path.split(separator: "/")
        let depth = request.endpoint.path.segments.count
        base = parts.dropLast(depth)
        own = parts.suffix(depth)
    }

    /// The path of what was created.
    ///
    /// - Parameter created: The value that was created, as JSON.
    /// - Throws: ``UndescribedName`` if the value has no member that the path needs.
    func path(of created: [UInt8]) throws -> String {
        let segments = template.segments
        let isBelow = segments.starts(with: request.endpoint.path.segments)
        let rest = isBelow ? segments.dropFirst(own.count) : segments[...]
        // What the request is about is not read from its reply, which may have a name of its own under the same word.
        let kept = isBelow ? base + own : base
        let names = rest.compactMap { segment in
            if case .parameter(let name) = segment { name } else { nil }
        }
        let members = names.isEmpty ? [] : try JSONCoding.values(of: names, in: created)
        let filled = try rest.map { segment in
            switch segment {
            case .literal(let text): return text
            case .parameter(let name):
                guard let text = members.last(where: { $0.name == name })?.value.pathText ?? request.exchange.path[name] else {
                    throw UndescribedName(name: name, endpoint: request.endpoint.id)
                }
                return PercentEncoding.encode(text)
            }
        }
        return "/" + (kept.map(String.init) + filled).joined(separator: "/")
    }
}

extension JSONValue {
    /// The text of a value that can stand in a path; nil for every other value.
    fileprivate var pathText: String? {
        switch self {
        case .string(let text): text
        case .integer(let number): "\(number)"
        default: nil
        }
    }
}
