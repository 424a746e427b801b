package import CharterRuntime
package import HTTPTypes

/// A request to an endpoint, before it becomes an HTTP message.
package struct EndpointRequest: Sendable {
    /// The endpoint.
    package var endpoint: APIDescription.Endpoint
    /// The values of the path parameters, not encoded.
    package var path: [String: String]
    /// The query, in the order it is sent.
    package var query: [QueryItem]
    /// The header fields that are special to this request: credentials.
    package var headerFields: HTTPFields
    /// The JSON body, or nil.
    package var body: [UInt8]?

    /// Creates a request.
    package init(
        _ endpoint: APIDescription.Endpoint,
        path: [String: String] = [:],
        query: [QueryItem] = [],
        headerFields: HTTPFields = [:],
        body: [UInt8]? = nil
    ) {
        self.endpoint = endpoint
        self.path = path
        self.query = query
        self.headerFields = headerFields
        self.body = body
    }

    /// A parameter of the query, not encoded.
    package struct QueryItem: Hashable, Sendable {
        /// The name.
        package var name: String
        /// The value.
        package var value: String

        /// Creates a parameter.
        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }
}

extension EndpointRequest {
    /// The path with its values and the query, percent-encoded (RFC 3986), below no base URL.
    ///
    /// - Throws: ``UnsendableRequest/pathParameter(_:)``; dot segments are refused because servers and proxies take them for steps
    ///   to another path, encoded or not.
    package func target() throws(UnsendableRequest) -> String {
        for case .parameter(let name) in endpoint.path.segments {
            guard let value = path[name], !["", ".", ".."].contains(value) else { throw .pathParameter(name) }
        }
        // Every parameter has a value by now, so that a path comes back.
        let path = endpoint.path.filled(with: path) ?? ""
        guard !query.isEmpty else { return path }
        let pairs = query.map { PercentEncoding.encode($0.name) + "=" + PercentEncoding.encode($0.value) }
        return path + "?" + pairs.joined(separator: "&")
    }

    /// The head of the HTTP message.
    ///
    /// - Throws: ``UnsendableRequest/pathParameter(_:)``
    package func head(below base: BaseURL) throws(UnsendableRequest) -> HTTPRequest {
        var fields = headerFields
        fields[.accept] = "application/json, application/problem+json"
        if body != nil { fields[.contentType] = "application/json" }
        return HTTPRequest(
            method: endpoint.method,
            scheme: base.scheme,
            authority: base.authority,
            path: base.path + (try target()),
            headerFields: fields
        )
    }
}
