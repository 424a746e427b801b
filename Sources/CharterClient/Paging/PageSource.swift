import CharterRuntime
import HTTPTypes

/// Fetches single pages of a list.
struct PageSource<Item: JSONReadable & Sendable>: Sendable {
    var client: APIClient
    var endpoint: APIDescription.Endpoint
    var arguments: CallArguments
    var paging: APIDescription.Paging
    var pageSize: Int?
    var start: PageStart?

    /// A page, and what the walk wants to know of it.
    struct Received: Sendable {
        var page: Page<Item>
        var step: PageStep
        var reply: HTTPReply
    }

    var walk: PageWalk { PageWalk(paging: paging, pageSize: pageSize, beginning: firstPosition, isFirst: start == nil) }

    /// The position of the page that was asked for.
    var firstPosition: PagePosition {
        switch (start, paging.position) {
        case (.offset(let offset)?, _): .offset(offset)
        case (.page(let number)?, _): .page(number)
        case (.cursor(let cursor)?, _): .cursor(cursor)
        case (.after(let value)?, _): .after(value)
        case (nil, .offset): .offset(0)
        case (nil, .page(_, let first)): .page(first)
        case (.before(let value)?, _): .before(value)
        case (nil, .cursor), (nil, .after), (nil, .url), (nil, .first): .beginning
        }
    }

    /// Fetches the page at a position.
    func page(at position: PagePosition) async throws(ClientError) -> Received {
        var request = try client.request(to: endpoint, arguments)
        let target: String
        do {
            try turn(&request, to: position)
            target = try request.head(below: BaseURL(client.baseURL)).path ?? ""
        } catch {
            throw .unsendable(error)
        }
        let reply = try await client.send(request)
        do {
            let (page, step) = try PageReading<Item>.read(reply, of: target, paging: paging)
            return Received(page: page, step: step, reply: reply)
        } catch {
            throw .undecodable(error, reply)
        }
    }

    /// Makes a request ask for the page at a position.
    private func turn(_ request: inout EndpointRequest, to position: PagePosition) throws {
        if case .url(let reference, let current) = position {
            request.givenTarget = try BaseURL(client.baseURL).target(following: reference, from: current)
            return
        }
        if let pageSize, let parameter = paging.pageSize.parameter { request.query.append(.init(parameter, String(pageSize))) }
        // The server begins with the first page anyway.
        if start == nil, position == firstPosition { return }
        switch (position, paging.position) {
        case (.offset(let offset), .offset(let parameter)): request.query.append(.init(parameter, String(offset)))
        case (.page(let number), .page(let parameter, _)): request.query.append(.init(parameter, String(number)))
        case (.cursor(let text), .cursor(let parameter, _, _)): request.query.append(.init(parameter, text))
        case (.after(let text), .after(let parameter, _, _)): request.query.append(.init(parameter, text))
        case (.before(let text), .after(_, _, let parameter?)): request.query.append(.init(parameter, text))
        default: if let start { throw UnsendableRequest.pageStart(start) }
        }
    }
}
