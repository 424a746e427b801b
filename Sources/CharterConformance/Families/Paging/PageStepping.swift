import CharterRuntime

/// Takes the first step into a list.
struct PageStepping {
    let request: EndpointRequest
    let paging: APIDescription.Paging

    /// The request for the first page, of the least size, so that more follow.
    var firstPage: EndpointRequest {
        var request = request
        if let parameter = paging.pageSize.parameter { request.query.append(.init(parameter, String(max(1, paging.pageSize.minimum)))) }
        return request
    }

    /// The cursor that leads to the second page.
    ///
    /// - Throws: ``MissingFixture`` where the list has one page.
    func cursor(through conversation: Conversation) async throws -> String {
        let reply = try await conversation.groundwork(firstPage, "which gives a cursor")
        guard let cursor = PageReading(reply, paging: paging)?.next else {
            throw MissingFixture("a list of at least 2 items for \(request.endpoint.id), so that a page gives a cursor")
        }
        return cursor
    }
}
