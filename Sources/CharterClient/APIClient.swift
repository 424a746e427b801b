public import CharterRuntime
import HTTPTypes

/// Calls the endpoints of one API.
///
/// Generated clients wrap it and give every endpoint a method.
public struct APIClient: Sendable {
    /// The values of path parameters, by name; a value is sent as its `description`.
    public typealias PathValues = [String: any CustomStringConvertible & Sendable]
    /// The values of query parameters, by name; nil is not sent.
    public typealias QueryValues = [String: (any CustomStringConvertible & Sendable)?]

    let api: APIDescription
    private let baseURL: String
    private let key: (any APIKey)?
    private let transport: any HTTPTransport

    /// Creates a client.
    ///
    /// - Parameters:
    ///   - api: What the API documents.
    ///   - baseURL: The `http` or `https` URL that stands in front of every path. One that is none shows at the first call.
    ///   - key: The key to present; nil for APIs without credentials.
    ///   - transport: What carries requests to the server.
    public init(_ api: APIDescription, baseURL: String, key: (any APIKey)?, transport: any HTTPTransport) {
        self.api = api
        self.baseURL = baseURL
        self.key = key
        self.transport = transport
    }

    /// Calls an endpoint and returns what its success body holds.
    ///
    /// - Throws: ``ClientError``
    public func value<Value: Decodable & Sendable>(
        of endpoint: APIDescription.Endpoint,
        path: PathValues = [:],
        query: QueryValues = [:],
        body: (any Encodable & Sendable)? = nil
    ) async throws(ClientError) -> Value {
        let reply = try await send(try request(to: endpoint, path: path, query: query, body: body))
        do {
            return try JSONCoding.decode(Value.self, from: reply.body)
        } catch {
            throw .undecodable(error, reply)
        }
    }

    /// Calls an endpoint whose success has no body, or whose body is of no interest.
    ///
    /// - Throws: ``ClientError``
    public func perform(
        _ endpoint: APIDescription.Endpoint,
        path: PathValues = [:],
        query: QueryValues = [:],
        body: (any Encodable & Sendable)? = nil
    ) async throws(ClientError) {
        _ = try await send(try request(to: endpoint, path: path, query: query, body: body))
    }

    /// A paged list; nothing is sent before it is read.
    ///
    /// - Parameters:
    ///   - endpoint: An endpoint with ``APIDescription/Endpoint/paging``.
    ///   - path: The values of its path parameters.
    ///   - query: The values of its query parameters, without those of paging.
    ///   - pageSize: How many items to ask for at a time; nil leaves it to the server.
    ///   - offset: How many items of the list to skip; nil begins at the first.
    public func pages<Item: Decodable & Sendable>(
        of endpoint: APIDescription.Endpoint,
        path: PathValues = [:],
        query: QueryValues = [:],
        pageSize: Int? = nil,
        offset: Int? = nil
    ) -> Pages<Item> {
        guard let paging = endpoint.paging else { preconditionFailure("\(endpoint.id) is not paged") }
        let source = PageSource<Item>(
            client: self,
            endpoint: endpoint,
            path: path,
            query: query,
            paging: paging,
            pageSize: pageSize,
            offset: offset
        )
        return Pages(source: source)
    }
}

extension APIClient {
    /// Sends a request and returns the reply if it is the endpoint's success.
    ///
    /// - Throws: ``ClientError``
    func send(_ request: EndpointRequest) async throws(ClientError) -> HTTPReply {
        let reply: HTTPReply
        do {
            let head = try request.head(below: BaseURL(baseURL))
            reply = try await transport.send(head, body: request.body ?? [])
        } catch let error as UnsendableRequest {
            throw .unsendable(error)
        } catch {
            throw .transport(error)
        }
        if reply.head.status.code == request.endpoint.success.status { return reply }
        throw refusal(in: reply)
    }

    func request(
        to endpoint: APIDescription.Endpoint,
        path: PathValues,
        query: QueryValues,
        body: (any Encodable & Sendable)?
    ) throws(ClientError) -> EndpointRequest {
        do {
            var request = EndpointRequest(endpoint, path: path.mapValues(\.description))
            request.query = endpoint.queryParameters.compactMap { parameter in
                query[parameter.name]?.map { .init(parameter.name, $0.description) }
            }
            if let credential = endpoint.credential { request.headerFields.append(try field(presenting: credential)) }
            request.body = try body.map { try JSONCoding.encode($0) }
            return request
        } catch {
            throw .unsendable(error)
        }
    }

    /// The header field that carries the client's key.
    private func field(presenting name: String) throws(UnsendableRequest) -> HTTPField {
        guard let key, type(of: key).credential == name, let credential = api.credential(named: name) else {
            throw .missingKey(credential: name)
        }
        return try credential.field(presenting: key.text)
    }

    private func refusal(in reply: HTTPReply) -> ClientError {
        let status = reply.head.status.code
        guard (400...599).contains(status), reply.mediaType == api.errors.mediaType, let problem = try? api.errors.problem(in: reply) else {
            return .unexpected(reply)
        }
        return .refused(status: status, problem, reply.head.headerFields)
    }
}
