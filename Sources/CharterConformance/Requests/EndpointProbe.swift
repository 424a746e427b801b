import CharterClient
import CharterRuntime
import HTTPTypes

/// Makes requests to one endpoint out of the fixtures.
struct EndpointProbe: Sendable {
    typealias Request = EndpointRequest

    let api: APIDescription
    let endpoint: APIDescription.Endpoint
    let fixtures: Fixtures

    /// The tenant whose data requests ask for.
    func home() throws(MissingFixture) -> String {
        guard let tenant = fixtures.tenants.first else { throw MissingFixture("a tenant") }
        return tenant
    }

    /// A request that the server should accept.
    func sufficientRequest(query: [EndpointRequest.QueryItem] = []) throws(MissingFixture) -> Request {
        var request = endpoint.credential == nil ? try request() : try request(with: try sufficientKey(of: try home()))
        request.query += query
        return request
    }

    /// A request that presents a text as its key.
    func request(presenting text: String) throws(MissingFixture) -> Request {
        var request = try request()
        do {
            request.headerFields.append(try credential().field(presenting: text))
        } catch {
            throw MissingFixture("\(error)")
        }
        return request
    }

    /// A request that presents a key.
    func request(with key: Fixtures.Credential) throws(MissingFixture) -> Request {
        var request = try request()
        for (name, value) in key.headers.sorted(by: { $0.key < $1.key }) {
            guard let name = HTTPField.Name(name) else { throw MissingFixture("a header field with a better name than \"\(name)\"") }
            request.headerFields.append(HTTPField(name: name, value: value))
        }
        return request
    }

    /// A request without a key.
    func request() throws(MissingFixture) -> Request {
        let known = fixtures.tenants.first.flatMap { fixtures.parameters[$0]?[endpoint.id] } ?? [:]
        var request = Request(endpoint)
        for parameter in endpoint.pathParameters {
            guard let value = known[parameter.name] else {
                throw MissingFixture(#"a value: parameters["\#(fixtures.tenants.first ?? "")"]["\#(endpoint.id)"]["\#(parameter.name)"]"#)
            }
            request.path[parameter.name] = value
        }
        for parameter in endpoint.queryParameters where parameter.isRequired {
            guard let value = known[parameter.name] ?? api.sampleText(of: parameter.schema) else {
                throw MissingFixture("a value for the query parameter \"\(parameter.name)\" of \(endpoint.id)")
            }
            request.query.append(.init(parameter.name, value))
        }
        request.body = try body()
        do {
            _ = try request.target()
        } catch {
            throw MissingFixture("a usable value: \(error), at \(endpoint.id)")
        }
        return request
    }

    private func body() throws(MissingFixture) -> [UInt8]? {
        guard let requestBody = endpoint.requestBody else { return nil }
        guard let body = fixtures.tenants.first.flatMap({ fixtures.bodies?[$0]?[endpoint.id] }) else {
            return Array(requestBody.example.utf8)
        }
        do {
            return try JSONCoding.encode(body)
        } catch {
            throw MissingFixture("a body for \(endpoint.id) that JSON can hold")
        }
    }
}
