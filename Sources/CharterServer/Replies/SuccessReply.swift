import CharterRuntime
import HTTPTypes
import Hummingbird

/// Makes the reply to a request that went well, wrapped and addressed as the API documents.
struct SuccessReply: Sendable {
    let api: APIDescription
    let request: AuthorizedRequest
    /// The status that the handler chose, or the endpoint's first.
    let status: Int

    init(api: APIDescription, request: AuthorizedRequest, status: Int? = nil) {
        self.api = api
        self.request = request
        self.status = status ?? request.endpoint.success.status
    }

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
            response = try .json(tree, status: status)
        } else {
            response = try .json(value, status: status)
        }
        if status == 201, let location = endpoint.success.location {
            response.headers[.location] = try NewLocation(location, request).path(of: value)
        }
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
        var response = try Response.json(body, status: status)
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
}
