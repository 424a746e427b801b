import CharterRuntime

/// The items of a list, whether it comes in pages or whole.
struct ListedItems {
    let items: [JSONValue]
    /// Whether they are all; of a long list the rest is left alone.
    let isComplete: Bool

    /// Reads the list of an endpoint.
    ///
    /// - Throws: ``Departure`` where no list comes.
    init(_ request: EndpointRequest, _ conversation: Conversation) async throws {
        let endpoint = request.endpoint
        if let paging = endpoint.paging {
            let list = try await WholeList(PageReader(request: request, paging: paging, exchanger: conversation.exchanger))
            (items, isComplete) = (list.items, list.isComplete)
            return
        }
        let reply = try await conversation.reply(to: request, expecting: Acceptance(of: endpoint))
        (items, isComplete) = (try Self.items(in: reply, to: request, conversation), true)
    }

    /// The items that one reply has, be they all or a page of them.
    ///
    /// - Throws: ``Departure`` where there is no list in it.
    static func items(in reply: HTTPReply, to request: EndpointRequest, _ conversation: Conversation) throws -> [JSONValue] {
        let endpoint = request.endpoint
        var items: [JSONValue]?
        if let paging = endpoint.paging {
            items = PageReading(reply, paging: paging)?.items
        } else {
            let body = try? JSONCoding.decode(JSONValue.self, from: reply.body)
            if case .array(let all)? = endpoint.envelope?.list.flatMap({ body?.member(at: $0) }) ?? body { items = all }
        }
        guard let items else { throw conversation.fail(request, "no list came", reply) }
        return items
    }
}
