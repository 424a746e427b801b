import CharterRuntime

extension EndpointProbe {
    /// The items of a list, of as many pages as are read at most.
    func items(_ request: EndpointRequest, _ conversation: Conversation) async throws -> [JSONValue] {
        if let paging = endpoint.paging {
            return try await WholeList(PageReader(request: request, paging: paging, exchanger: conversation.exchanger)).items
        }
        let reply = try await conversation.reply(to: request, expecting: Acceptance(of: endpoint))
        let body = try? JSONCoding.decode(JSONValue.self, from: reply.body)
        guard case .array(let items)? = endpoint.envelope?.list.flatMap({ body?.member(at: $0) }) ?? body else {
            throw conversation.fail(request, "no list came", reply)
        }
        return items
    }

    /// The thing that a reply shows, without what it is wrapped in.
    func result(_ reply: HTTPReply) -> JSONValue? {
        let body = try? JSONCoding.decode(JSONValue.self, from: reply.body)
        return endpoint.envelope?.single.flatMap { body?.member(at: $0) } ?? body
    }
}
