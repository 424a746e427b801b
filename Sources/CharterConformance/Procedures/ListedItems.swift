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
        let body = try? JSONCoding.decode(JSONValue.self, from: reply.body)
        guard case .array(let items)? = endpoint.envelope?.list.flatMap({ body?.member(at: $0) }) ?? body else {
            throw conversation.fail(request, "no list came", reply)
        }
        (self.items, isComplete) = (items, true)
    }
}
