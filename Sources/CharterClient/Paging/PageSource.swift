import CharterRuntime

/// Fetches single pages of a list.
struct PageSource<Item: Decodable & Sendable>: Sendable {
    var client: APIClient
    var endpoint: APIDescription.Endpoint
    var path: APIClient.PathValues
    var query: APIClient.QueryValues
    var paging: APIDescription.Paging
    var pageSize: Int?
    var offset: Int?

    /// A page, and what the walk wants to know of it.
    struct Received: Sendable {
        var page: Page<Item>
        var step: OffsetWalk.Step
        var reply: HTTPReply
    }

    var walk: OffsetWalk { OffsetWalk(paging: paging, pageSize: pageSize, offset: offset) }

    /// Fetches the page at an offset; none is sent for nil, nor for the 0 that the server assumes anyway.
    func page(at offset: Int?) async throws(ClientError) -> Received {
        var request = try client.request(to: endpoint, path: path, query: query, body: nil)
        if let pageSize { request.query.append(.init(paging.pageSize.parameter, String(pageSize))) }
        if let offset, offset != 0 || self.offset != nil { request.query.append(positionItem(offset)) }
        let reply = try await client.send(request)
        do {
            let envelope = try JSONCoding.decode(PageEnvelope<Item>.self, from: reply.body, configuration: paging.members)
            return Received(page: envelope.page, step: envelope.step(of: reply), reply: reply)
        } catch {
            throw .undecodable(error, reply)
        }
    }

    private func positionItem(_ offset: Int) -> EndpointRequest.QueryItem {
        switch paging.position {
        case .offset(let parameter): .init(parameter, String(offset))
        }
    }
}
