import HTTPTypes

/// A request to an endpoint, before it becomes an HTTP message.
package struct EndpointRequest: Sendable {
    /// The endpoint.
    package var endpoint: APIDescription.Endpoint
    /// The values of the path parameters, not encoded.
    package var path: [String: String]
    /// The query, in the order it is sent.
    package var query: [QueryItem]
    /// The credentials that travel in the query, behind the rest of it.
    package var credentialQuery: [QueryItem] = []
    /// A path with its query, percent-encoded, that a page gave for the next one; it stands for the endpoint's own path and query.
    package var givenTarget: String?
    /// The header fields that are special to this request: credentials, parameters, keys.
    package var headerFields: HTTPFields
    /// The body, or nil; JSON unless the header fields name another type.
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
        /// Whether the commas of the value stand between the items of a list, and so are not encoded.
        package var keepsCommas: Bool

        /// Creates a parameter.
        package init(_ name: String, _ value: String, keepsCommas: Bool = false) {
            self.name = name
            self.value = value
            self.keepsCommas = keepsCommas
        }

        /// Name and value, percent-encoded.
        package var encoded: String {
            let parts = keepsCommas ? value.split(separator: ",", omittingEmptySubsequences: false).map(String.init) : [value]
            return PercentEncoding.encode(name) + "=" + parts.map(PercentEncoding.encode).joined(separator: ",")
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
        return Self.appending(query + credentialQuery, to: path)
    }

    /// The target that a page gave, with those credentials that it does not have itself.
    private func completed(_ target: String) -> String {
        let names = target.drop { $0 != "?" }.dropFirst().split(separator: "&").map { $0.prefix { $0 != "=" } }
        return Self.appending(credentialQuery.filter { !names.contains(PercentEncoding.encode($0.name)[...]) }, to: target)
    }

    private static func appending(_ items: [QueryItem], to target: String) -> String {
        guard !items.isEmpty else { return target }
        return target + (target.contains("?") ? "&" : "?") + items.map(\.encoded).joined(separator: "&")
    }

    /// The head of the HTTP message.
    ///
    /// - Throws: ``UnsendableRequest/pathParameter(_:)``
    package func head(below base: BaseURL) throws(UnsendableRequest) -> HTTPRequest {
        var fields = headerFields
        if fields[.accept] == nil { fields[.accept] = "application/json, application/problem+json" }
        if body != nil, fields[.contentType] == nil { fields[.contentType] = "application/json" }
        let path = if let givenTarget { completed(givenTarget) } else { base.path + (try target()) }
        return HTTPRequest(
            method: endpoint.method,
            scheme: base.scheme,
            authority: base.authority,
            path: path,
            headerFields: fields
        )
    }
}
