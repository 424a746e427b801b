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
    let headers: [String: String]
    let transport: any HTTPTransport

    /// Creates a client that presents one key.
    ///
    /// - Parameters:
    ///   - api: What the API documents.
    ///   - baseURL: The `http` or `https` URL that stands in front of every path. One that is none shows at the first call.
    ///   - key: The key to present; nil for APIs without credentials.
    ///   - headers: Header fields that go with every endpoint which takes a field of that name: its header parameters, the tenant's
    ///     and the version's.
    ///   - transport: What carries requests to the server.
    public init(
        _ api: APIDescription,
        baseURL: String,
        key: (any APIKey)?,
        headers: [String: String] = [:],
        transport: any HTTPTransport
    ) {
        self.init(api, baseURL: baseURL, keys: key.map { [$0] } ?? [], headers: headers, transport: transport)
    }

    /// Creates a client that presents several keys: at each endpoint those that it asks for.
    ///
    /// - Parameters:
    ///   - api: What the API documents.
    ///   - baseURL: The `http` or `https` URL that stands in front of every path. One that is none shows at the first call.
    ///   - keys: The keys to choose from; of two that an endpoint takes alike, the first is presented.
    ///   - headers: Header fields that go with every endpoint which takes a field of that name: its header parameters, the tenant's
    ///     and the version's.
    ///   - transport: What carries requests to the server.
    public init(
        _ api: APIDescription,
        baseURL: String,
        keys: [any APIKey],
        headers: [String: String] = [:],
        transport: any HTTPTransport
    ) {
        self.api = api
        self.baseURL = baseURL
        self.keys = keys
        self.headers = headers
        self.transport = transport
    }
}
