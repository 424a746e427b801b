public import CharterRuntime

/// Calls the endpoints of one API.
///
/// Generated clients wrap it and give every endpoint a method.
public struct APIClient: Sendable {
    /// The values of path parameters, by name; a value is sent as its `description`.
    public typealias PathValues = [String: any CustomStringConvertible & Sendable]
    /// The values of query parameters, by name; nil is not sent, and an array has a value for each of its elements.
    public typealias QueryValues = [String: (any CustomStringConvertible & Sendable)?]
    /// The values of header fields, by name as documented; nil leaves it to the client's own header fields.
    public typealias HeaderValues = [String: (any CustomStringConvertible & Sendable)?]

    let api: APIDescription
    let baseURL: String
    let keys: [any APIKey]
    let tenant: String?
    let namedHeaders: HeaderValues
    let headers: [String: String]
    let transport: any HTTPTransport

    /// Creates a client that presents one key.
    ///
    /// - Parameters:
    ///   - api: What the API documents.
    ///   - baseURL: The `http` or `https` URL that stands in front of every path. One that is none shows at the first call.
    ///   - key: The key to present; nil for APIs without credentials.
    ///   - tenant: The tenant on whose data the client works, where requests name it in a header field or the query.
    ///   - namedHeaders: Values of header parameters, by name as documented, for every endpoint that takes one of that name.
    ///   - headers: The same in any spelling of the names, for what nothing else gives a value; also the tenant's and the version's
    ///     header field.
    ///   - transport: What carries requests to the server.
    public init(
        _ api: APIDescription,
        baseURL: String,
        key: (any APIKey)?,
        tenant: String? = nil,
        namedHeaders: HeaderValues = [:],
        headers: [String: String] = [:],
        transport: any HTTPTransport
    ) {
        self.init(
            api,
            baseURL: baseURL,
            keys: key.map { [$0] } ?? [],
            tenant: tenant,
            namedHeaders: namedHeaders,
            headers: headers,
            transport: transport
        )
    }

    /// Creates a client that presents several keys: at each endpoint those that it asks for.
    ///
    /// - Parameters:
    ///   - api: What the API documents.
    ///   - baseURL: The `http` or `https` URL that stands in front of every path. One that is none shows at the first call.
    ///   - keys: The keys to choose from; of two that an endpoint takes alike, the first is presented.
    ///   - tenant: The tenant on whose data the client works, where requests name it in a header field or the query.
    ///   - namedHeaders: Values of header parameters, by name as documented, for every endpoint that takes one of that name.
    ///   - headers: The same in any spelling of the names, for what nothing else gives a value; also the tenant's and the version's
    ///     header field.
    ///   - transport: What carries requests to the server.
    public init(
        _ api: APIDescription,
        baseURL: String,
        keys: [any APIKey],
        tenant: String? = nil,
        namedHeaders: HeaderValues = [:],
        headers: [String: String] = [:],
        transport: any HTTPTransport
    ) {
        self.api = api
        self.baseURL = baseURL
        self.keys = keys
        self.tenant = tenant
        self.namedHeaders = namedHeaders
        self.headers = headers
        self.transport = transport
    }
}
