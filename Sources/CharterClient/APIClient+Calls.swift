public import CharterRuntime

extension APIClient {
    /// Calls an endpoint and returns what its success body holds.
    ///
    /// - Parameters:
    ///   - endpoint: An endpoint whose success has a body that is not paged.
    ///   - path: The values of its path parameters.
    ///   - query: The values of its query parameters.
    ///   - headers: The values of its header parameters.
    ///   - idempotencyKey: What tells this call from others where the endpoint can be repeated safely; nil for a fresh UUID.
    ///   - body: What to send; nil where the endpoint takes no body.
    /// - Throws: ``ClientError``
    public func value<Value: JSONReadable & Sendable>(
        of endpoint: APIDescription.Endpoint,
        path: PathValues = [:],
        query: QueryValues = [:],
        headers: HeaderValues = [:],
        idempotencyKey: String? = nil,
        body: (any JSONWritable & Sendable)? = nil
    ) async throws(ClientError) -> Value {
        let arguments = CallArguments(path: path, query: query, headers: headers, idempotencyKey: idempotencyKey, body: body)
        let reply = try await send(try request(to: endpoint, arguments))
        do {
            return try JSONCoding.decode(Value.self, from: reply.body, at: resultMember(of: endpoint))
        } catch {
            throw .undecodable(error, reply)
        }
    }

    /// Calls an endpoint whose success has no body, or whose body is of no interest.
    ///
    /// - Parameters:
    ///   - endpoint: The endpoint.
    ///   - path: The values of its path parameters.
    ///   - query: The values of its query parameters.
    ///   - headers: The values of its header parameters.
    ///   - idempotencyKey: What tells this call from others where the endpoint can be repeated safely; nil for a fresh UUID.
    ///   - body: What to send; nil where the endpoint takes no body.
    /// - Throws: ``ClientError``
    public func perform(
        _ endpoint: APIDescription.Endpoint,
        path: PathValues = [:],
        query: QueryValues = [:],
        headers: HeaderValues = [:],
        idempotencyKey: String? = nil,
        body: (any JSONWritable & Sendable)? = nil
    ) async throws(ClientError) {
        let arguments = CallArguments(path: path, query: query, headers: headers, idempotencyKey: idempotencyKey, body: body)
        _ = try await send(try request(to: endpoint, arguments))
    }

    /// A paged list; nothing is sent before it is read.
    ///
    /// - Parameters:
    ///   - endpoint: An endpoint with ``APIDescription/Endpoint/paging``.
    ///   - path: The values of its path parameters.
    ///   - query: The values of its query parameters, without those of paging.
    ///   - headers: The values of its header parameters.
    ///   - pageSize: How many items to ask for at a time; nil leaves it to the server.
    ///   - start: Where to begin; nil begins with the first item.
    ///   - body: What to send with the request for each page; nil where the endpoint takes no body.
    public func pages<Item: JSONReadable & Sendable>(
        of endpoint: APIDescription.Endpoint,
        path: PathValues = [:],
        query: QueryValues = [:],
        headers: HeaderValues = [:],
        pageSize: Int? = nil,
        from start: PageStart? = nil,
        body: (any JSONWritable & Sendable)? = nil
    ) -> Pages<Item> {
        guard let paging = endpoint.paging else { preconditionFailure("\(endpoint.id) is not paged") }
        let source = PageSource<Item>(
            client: self,
            endpoint: endpoint,
            arguments: CallArguments(path: path, query: query, headers: headers, body: body),
            paging: paging,
            pageSize: pageSize,
            start: start
        )
        return Pages(source: source)
    }

    /// The member of the body that holds the result, or nil where the body is the result.
    func resultMember(of endpoint: APIDescription.Endpoint) -> String? {
        guard let envelope = endpoint.envelope, let body = endpoint.success.body else { return nil }
        if case .list? = api.resolved(body)?.schema { return envelope.list }
        return envelope.single
    }
}
