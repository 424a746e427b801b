import CharterRuntime
import HTTPTypes
import Hummingbird

/// Makes the reply to a request that went well, wrapped and addressed as the API documents.
struct SuccessReply: Sendable {
    let api: APIDescription
    let request: AuthorizedRequest

    private var endpoint: APIDescription.Endpoint { request.endpoint }
    private var facts: ReplyFacts { request.exchange.facts }
    private var spelling: InstantSpelling { InstantSpelling(api: api) }

    /// A value as JSON, in its envelope where it has one.
    func value(_ value: some Encodable) throws -> Response {
        guard let schema = endpoint.success.body, spelling.isNeeded else { return try wrapped(value) }
        return try wrapped(try spelling.spelled(value, schema))
    }

    private func wrapped(_ value: some Encodable) throws -> Response {
        var response: Response
        if let envelope = endpoint.envelope, let member = isList ? envelope.list : envelope.single {
            var tree = MemberTree()
            for (path, text) in extras { tree.set(text, at: path) }
            tree.set(value, at: member)
            response = try .json(tree, status: endpoint.success.status)
        } else {
            response = try .json(value, status: endpoint.success.status)
        }
        if endpoint.success.hasLocation { response.headers[.location] = try location(of: value) }
        return response
    }

    /// A page of a list.
    ///
    /// - Throws: ``Refusal`` (400) for a position behind the end, where the API refuses it.
    func page(_ page: Page<some Encodable & Sendable>) throws -> Response {
        guard let schema = endpoint.success.body, spelling.isNeeded else { return try listed(page) }
        let items = try page.items.map { try spelling.spelled($0, schema) }
        return try listed(Page(items: items, total: page.total, next: page.next, previous: page.previous, hasMore: page.hasMore))
    }

    private func listed(_ page: Page<some Encodable & Sendable>) throws -> Response {
        guard let paging = endpoint.paging, let asked = request.exchange.page else {
            throw UndescribedName(name: "paging", endpoint: endpoint.id)
        }
        if paging.pastEnd == .reject, PageProgress(page, asked).isPastEnd {
            throw AuthorizedRequest.refusal(ParameterPlace.query.field(paging.positionParameter), "is behind the end of the list")
        }
        var page = page
        if let seal = CursorSeal(paging, request.exchange.parameters, at: facts.time) {
            page.next = page.next.map(seal.closed)
            page.previous = page.previous.map(seal.closed)
        }
        let links = PageLinks(page, asked, paging, RequestURL(request.exchange.head, secrets: api.secretParameters))
        let body = PageBody(page: page, request: asked, paging: paging, links: links, extras: extras)
        var response = try Response.json(body, status: endpoint.success.status)
        if let value = links.fieldValue(paging.members.linkRelations), let name = HTTPField.Name("Link") {
            response.headers.append(HTTPField(name: name, value: value))
        }
        return response
    }

    private var isList: Bool {
        endpoint.success.body.map { api.element(ofListIn: $0) != nil } ?? false
    }

    private var extras: [String: String] {
        endpoint.envelope?.extras.mapValues(facts.text(of:)) ?? [:]
    }

    /// The path of what was created: that of the request, with the member behind it by which the API finds one of its kind.
    ///
    /// - Throws: ``UndescribedName`` if the value has no such member.
    private func location(of value: some Encodable) throws -> String {
        let created = try JSONCoding.decode(JSONValue.self, from: JSONCoding.encode(value))
        let path = request.exchange.head.path?.prefix { $0 != "?" && $0 != "#" } ?? ""
        // What is created below its own name is found there.
        if request.endpoint.method == .put { return String(path) }
        for name in [parameterOfOne, "id"].compactMap(\.self) {
            guard let text = created[name]?.pathText else { continue }
            return "\(path.hasSuffix("/") ? path.dropLast() : path)/\(PercentEncoding.encode(text))"
        }
        throw UndescribedName(name: parameterOfOne ?? "id", endpoint: endpoint.id)
    }

    /// The parameter of the endpoint that answers one thing of the list to which this one adds.
    private var parameterOfOne: String? {
        let depth = endpoint.path.segments.count
        for other in api.endpoints where other.method == .get && other.path.segments.count == depth + 1 {
            guard case .parameter(let name)? = other.path.segments.last,
                zip(endpoint.path.segments, other.path.segments).allSatisfy({ $0.literal == $1.literal })
            else { continue }
            return name
        }
        return nil
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
