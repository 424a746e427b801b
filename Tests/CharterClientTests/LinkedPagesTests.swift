import CharterClient
import CharterRuntime
import HTTPTypes
import Testing

@Suite("pages by URL")
struct LinkedPagesTests {
    static let linked = APIDescription.Paging.Members(linkRelations: [.next, .previous])

    @Test(
        "follow a URL of the page, absolute or relative",
        arguments: [
            "https://shop.example/v1/orders?p=2", "HTTPS://SHOP.example:443/v1/orders?p=2#x", "//shop.example/v1/orders?p=2",
            "/v1/orders?p=2", "?p=2", "orders?p=2", "./x/../orders?p=2", "/v1/./orders?p=2",
        ]
    )
    func urls(next: String) async throws {
        let list = List(
            .url,
            pages: [
                "/v1/orders?state=new&limit=9": #"{"data":[{"id":1}],"next":"\#(next)"}"#,
                "/v1/orders?p=2": #"{"data":[{"id":2}],"next":null}"#,
            ]
        )
        #expect(try await list.ids(size: 9, state: "new") == [1, 2])
    }

    @Test(
        "follow no URL that leads elsewhere",
        arguments: [
            "https://evil.example/v1/orders", "http://shop.example/v1/orders", "https://shop.example:8443/v1/orders",
            "//evil.example/v1/orders",
            "https://shop.example@evil.example/v1/orders", "https://u:p@shop.example/v1/orders", "https://shop.example.evil/v1/orders",
            "/v2/orders", "/v1evil/orders",
            "../admin", "/v1/../admin", "/v1/%2e%2E/admin", "/v1/..%2fadmin", "/v1/.%2e/admin", "https://shop.example", "javascript:alert",
            "ftp://shop.example/v1/orders",
            "/v1\\\\..\\\\admin", "/v1/a b", "https:/v1/orders", "https://", "/v1/x%5c..%5cadmin",
        ]
    )
    func foreign(next: String) async throws {
        let list = List(.url, pages: ["/v1/orders": #"{"data":[{"id":1}],"next":"\#(next)?key=secret"}"#])
        let (ids, fault) = try await list.idsAndFault()
        #expect(ids == [1])
        guard case .foreignURL(let url)? = fault else {
            Issue.record("followed: \(await list.paths)")
            return
        }
        #expect(!url.contains("secret"))
        #expect(await list.paths == ["/v1/orders"])
    }

    @Test("follow rel=next of the Link field, with bare arrays as pages")
    func linkField() async throws {
        let list = List(
            .page(parameter: "page", first: 1),
            Self.linked,
            pages: [
                "/v1/orders": (#"[{"id":1}]"#, #"<https://shop.example/v1/orders?page=2>; rel="next", </v1/orders?page=9>; rel=last"#),
                "/v1/orders?page=2": (#"[{"id":2},{"id":3}]"#, #"</v1/orders>; rel="first prev""#),
            ]
        )
        #expect(try await list.ids() == [1, 2, 3])
        #expect(try await list.ids(from: .page(2)) == [2, 3])
        #expect(try await list.pages().first().next == "https://shop.example/v1/orders?page=2")
        #expect(try await list.pages(from: .page(2)).first() == Page(items: [Order(id: 2), Order(id: 3)], previous: "/v1/orders"))
    }

    @Test("stop with an error where the same page comes again")
    func loop() async throws {
        let list = List(
            .url,
            pages: [
                "/v1/orders": #"{"data":[{"id":1}],"next":"/v1/orders?p=2"}"#, "/v1/orders?p=2": #"{"data":[],"next":"/v1/orders?p=2"}"#,
            ]
        )
        #expect(try await list.idsAndFault() == ([1], .repeatedPosition))
        #expect(await list.paths.count == 3)
    }

    @Test(
        "show the credential again, in the query only where the URL does not have it",
        arguments: ["/v1/orders?p=2", "/v1/orders?api_key=sk_live_1&p=2"]
    )
    func credential(next: String) async throws {
        let call = Call {
            $0.api.credentials[0].place = .query("api_key")
            $0.api.versioning = .init(header: "X-Version", current: "1", missing: .reject)
            $0.endpoint = Shop.listOrders
            $0.endpoint.path = "/orders"
            $0.endpoint.paging?.position = .url
            $0.endpoint.paging?.members = .init(items: "data", next: "next")
            $0.transport = StubTransport { request in
                .json(200, request.path?.contains("p=2") == true ? #"{"data":[]}"# : #"{"data":[],"next":"\#(next)"}"#)
            }
        }
        let pages: Pages<Order> = call.client.pages(of: call.endpoint)
        for try await _ in pages {}
        let second = try #require(await call.transport.requests.last)
        #expect(second.path == (next.contains("api_key") ? next : next + "&api_key=sk_live_1"))
        #expect(second.header("X-Version") == "1")
    }
}
