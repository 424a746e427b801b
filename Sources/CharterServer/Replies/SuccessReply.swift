import CharterRuntime
import HTTPTypes
import Hummingbird
import NIOCore

/// Makes the replies of an endpoint to requests that went well, wrapped and addressed as the API documents.
final class SuccessReply: Sendable {
    private let api: ServedAPI
    private let endpoint: APIDescription.Endpoint
    private let shape: ReplyShape
    /// Whether a page says the URLs of other pages.
    private let hasLinks: Bool
    private let size = ReplySize()

    init(_ endpoint: APIDescription.Endpoint, of api: ServedAPI) {
        self.api = api
        self.endpoint = endpoint
        shape = ReplyShape(endpoint, in: api.description)
        let givesCursors = if case .cursor? = endpoint.paging?.position { true } else { false }
        let hasURLs = !givesCursors && (shape.has(.next) || shape.has(.previous))
        hasLinks = hasURLs || endpoint.paging?.members.inLinkHeader == true
    }

    /// A value as JSON, in its envelope where it has one.
    ///
    /// - Parameter status: The status that the handler chose, or nil for the endpoint's first.
    /// - Throws: ``JSONFault`` for a value that JSON cannot hold; ``UndescribedName`` for one without a member that `Location` needs.
    func value(_ value: some JSONWritable, to request: AuthorizedRequest, status: Int? = nil) throws -> Response {
        let status = status ?? endpoint.success.status
        let body = ReplyBody(shape: shape, result: value, page: nil, facts: request.exchange.facts)
        let (buffer, range) = try written(body)
        var response = Response(status: status, json: buffer)
        if status == 201, let location = endpoint.success.location {
            let created = buffer.getBytes(at: buffer.readerIndex + range.lowerBound, length: range.count) ?? []
            response.headers[.location] = try NewLocation(location, request).path(of: created)
        }
        return response
    }

    /// A page of a list.
    ///
    /// - Throws: ``Refusal`` (400) for a position behind the end, where the API refuses it; ``PageFault``; ``CursorTooLong``; ``JSONFault``
    ///   for an item that JSON cannot hold.
    func page(_ page: Page<some JSONWritable & Sendable>, to request: AuthorizedRequest, status: Int? = nil) throws -> Response {
        guard let paging = endpoint.paging, let asked = request.exchange.page else {
            throw UndescribedName(name: "paging", endpoint: endpoint.id)
        }
        try PageFault.check(page, for: asked, by: paging, of: endpoint.id)
        if paging.pastEnd == .reject, let parameter = paging.positionParameter, PageProgress(page, asked, paging).isPastEnd {
            let field = ParameterPlace.query.field(parameter)
            throw AuthorizedRequest.refusal(field, "is behind the end of the list", .invalidParameter)
        }
        var page = page
        if page.next != nil || page.previous != nil, let seal = CursorSeal(request.exchange) {
            page.next = try page.next.map(seal.closed)
            page.previous = try page.previous.map(seal.closed)
        }
        let links = hasLinks ? PageLinks(page, asked, paging, RequestURL(request.exchange, secrets: api.secretParameters)) : nil
        let facts = PageFacts(page, asked, paging, links)
        let body = ReplyBody(shape: shape, result: page.items, page: facts, facts: request.exchange.facts)
        var response = Response(status: status ?? endpoint.success.status, json: try written(body).buffer)
        if let value = links?.fieldValue(paging.members.linkRelations), let name = HTTPField.Name("Link") {
            response.headers.append(HTTPField(name: name, value: value))
        }
        return response
    }

    /// The bytes of a body, and where its result stands among them.
    private func written(_ body: ReplyBody<some JSONWritable>) throws -> (buffer: ByteBuffer, result: Range<Int>) {
        var buffer = ByteBuffer()
        var capacity = size.expected
        var range = 0..<0
        while true {
            var count = 0
            try buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: capacity) { memory in
                count = try JSONCoding.write(into: memory, fractionDigits: api.fractionDigits) { body.write(to: &$0, noting: &range) }
                return count <= memory.count ? count : 0
            }
            size.note(count)
            if buffer.readableBytes == count { return (buffer, range) }
            capacity = count
        }
    }
}
