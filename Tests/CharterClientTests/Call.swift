import CharterClient
import CharterRuntime
import HTTPTypes
import Testing

/// One call of an endpoint of the shop, after changes to what the API documents.
struct Call {
    var api = APIDescription.shop
    var endpoint = Shop.getOrder
    var keys: [any APIKey] = []
    var tenant: String?
    var namedHeaders: APIClient.HeaderValues = [:]
    var headers: [String: String] = [:]
    var transport = StubTransport(.json(200, #"{"id":7}"#))

    init(_ change: (inout Call) -> Void = { _ in }) {
        keys = [try? SecretKey("sk_live_1")].compactMap { $0 }
        change(&self)
    }

    var client: APIClient {
        APIClient(
            api,
            baseURL: "https://shop.example/v1",
            keys: keys,
            tenant: tenant,
            namedHeaders: namedHeaders,
            headers: headers,
            transport: transport
        )
    }

    /// The request that the call sends.
    func request(
        query: APIClient.QueryValues = [:],
        headers: APIClient.HeaderValues = [:],
        idempotencyKey: String? = nil,
        body: (any JSONWritable & Sendable)? = nil
    ) async throws -> HTTPRequest {
        try await client.perform(
            endpoint,
            path: ["shop": "s", "id": 7],
            query: query,
            headers: headers,
            idempotencyKey: idempotencyKey,
            body: body
        )
        return try #require(await transport.requests.last)
    }

    /// Why the call sends nothing; nil if it does send a request.
    func reason(
        query: APIClient.QueryValues = [:],
        headers: APIClient.HeaderValues = [:],
        idempotencyKey: String? = nil,
        body: (any JSONWritable & Sendable)? = nil
    ) async throws -> UnsendableRequest? {
        do {
            _ = try await request(query: query, headers: headers, idempotencyKey: idempotencyKey, body: body)
            return nil
        } catch ClientError.unsendable(let error) {
            #expect(await transport.requests.isEmpty)
            return error as? UnsendableRequest
        }
    }
}

extension HTTPRequest {
    /// The value of a header field.
    func header(_ name: String) -> String? {
        HTTPField.Name(name).flatMap { headerFields[$0] }
    }
}
