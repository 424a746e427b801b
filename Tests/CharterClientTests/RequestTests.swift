import CharterClient
import CharterRuntime
import HTTPTypes
import Testing

@Suite("requests")
struct RequestTests {
    let transport = StubTransport(.json(200, #"{"id":7}"#))

    @Test("fill the path below the base URL and percent-encode its values")
    func path() async throws {
        let order = try await ShopClient(key: try SecretKey("sk_live_1"), transport: transport).getOrder(shop: "a b/ü?", id: 7)
        #expect(order == Order(id: 7))
        let request = try #require(await transport.requests.first)
        #expect(request.method == .get)
        #expect(request.scheme == "https")
        #expect(request.authority == "shop.example")
        #expect(request.path == "/v1/shops/a%20b%2F%C3%BC%3F/orders/7")
    }

    @Test("present the key in the credential's header, and say what they accept")
    func header() async throws {
        _ = try await ShopClient(key: try SecretKey("sk_live_1"), transport: transport).getOrder(shop: "s", id: 7)
        let fields = try #require(await transport.requests.first).headerFields
        #expect(fields[HTTPField.Name("X-API-Key")!] == "sk_live_1")
        #expect(fields[.accept] == "application/json, application/problem+json")
        #expect(fields[.contentType] == nil)
        #expect(fields.first { $0.value == "sk_live_1" }?.indexingStrategy == .disallow)
    }

    @Test("send the query in the endpoint's order, without what is nil")
    func query() async throws {
        let transport = StubTransport(.json(200, #"{"data":[]}"#))
        let client = ShopClient(key: try SecretKey("sk_live_1"), transport: transport)
        _ = try await client.listOrders(shop: "s", state: "new&old", since: CalendarDate("2026-05-01"), limit: 3, offset: 4).first()
        _ = try await client.listOrders(shop: "s", state: "new").first()
        _ = try await client.listOrders(shop: "s").first()
        #expect(
            await transport.paths == [
                "/v1/shops/s/orders?since=2026-05-01&state=new%26old&limit=3&offset=4", "/v1/shops/s/orders?state=new",
                "/v1/shops/s/orders",
            ]
        )
    }

    @Test("carry a JSON body")
    func body() async throws {
        let transport = StubTransport(.json(201, #"{"id":8}"#))
        let order = try await ShopClient(key: try SecretKey("sk_live_1"), transport: transport).addOrder(shop: "s", body: Order(id: 8))
        #expect(order.id == 8)
        let request = try #require(await transport.requests.first)
        #expect(request.method == .post)
        #expect(request.headerFields[.contentType] == "application/json")
        #expect(await transport.bodies == [Array(#"{"id":8}"#.utf8)])
    }

    @Test("need no body in the reply where none is documented")
    func noBody() async throws {
        let transport = StubTransport(HTTPReply(head: HTTPResponse(status: .noContent), body: []))
        try await ShopClient(key: try SecretKey("sk_live_1"), transport: transport).dropOrder(shop: "s", id: 1)
        #expect(await transport.requests.map(\.method) == [.delete])
    }

    @Test("go without a key to endpoints that ask for none, even if there is one", arguments: [true, false])
    func withoutKey(hasKey: Bool) async throws {
        let transport = StubTransport(.json(200, #"{"state":"up"}"#))
        _ = try await ShopClient(key: hasKey ? try SecretKey("sk_live_1") : nil, transport: transport).status()
        #expect(try #require(await transport.requests.first).headerFields[HTTPField.Name("X-API-Key")!] == nil)
    }

    @Test("are not sent without the key that the endpoint asks for")
    func missingKey() async {
        await expectUnsendable(.missingKey(credential: "apiKey"), ShopClient(key: nil, transport: transport), shop: "s")
    }

    @Test("are not sent with path values that step to another path", arguments: ["", ".", ".."])
    func dotSegments(shop: String) async throws {
        await expectUnsendable(.pathParameter("shop"), ShopClient(key: try SecretKey("sk_live_1"), transport: transport), shop: shop)
    }

    @Test(
        "are not sent to what is no base URL",
        arguments: [
            "shop.example", "ftp://shop.example", "https://", "https:///v1", "https://a?b", "https://a#b", "https://u:p@a", "https://a /b",
        ]
    )
    func baseURL(text: String) async throws {
        let client = ShopClient(key: try SecretKey("sk_live_1"), baseURL: text, transport: transport)
        await expectUnsendable(.baseURL(text), client, shop: "s")
    }

    @Test(
        "are not sent to a port that there is not",
        arguments: [
            ("99999", "http://127.0.0.1:99999/"), ("65536", "https://a:65536"), ("0", "http://a:0/v1"), ("abc", "http://[::1]:abc"),
            ("+80", "http://a:+80"), (":1", "http://::1"),
        ]
    )
    func port(port: String, text: String) async throws {
        let client = ShopClient(key: try SecretKey("sk_live_1"), baseURL: text, transport: transport)
        await expectUnsendable(.port(port, in: text), client, shop: "s")
        #expect("\(UnsendableRequest.port(port, in: text))".hasSuffix("has the port \"\(port)\", and ports are numbers from 1 to 65535"))
    }

    @Test("take every port", arguments: ["http://a:1", "http://a:65535/v1", "http://[::1]:65535", "http://[::1]", "http://a:/"])
    func goodPort(text: String) throws {
        #expect(throws: Never.self) { try BaseURL(text) }
    }

    @Test("take every form of base URL", arguments: ["HTTP://[::1]:8080", "http://[::1]:8080/", "http://[::1]:8080//"])
    func goodBaseURL(text: String) throws {
        let base = try BaseURL(text)
        #expect(base.scheme == "http")
        #expect(base.authority == "[::1]:8080")
        #expect(base.path == "")
    }

    private func expectUnsendable(_ expected: UnsendableRequest, _ client: ShopClient, shop: String) async {
        let error = await #expect(throws: ClientError.self) { _ = try await client.getOrder(shop: shop, id: 7) }
        guard case .unsendable(let reason as UnsendableRequest)? = error else {
            Issue.record("not unsendable: \(String(describing: error))")
            return
        }
        #expect(reason == expected)
        #expect(await transport.requests.isEmpty)
    }
}
