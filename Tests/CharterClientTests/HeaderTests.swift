import CharterClient
import CharterRuntime
import HTTPTypes
import Testing

@Suite("header fields")
struct HeaderTests {
    private func call(isRequired: Bool = true, headers: [String: String] = [:]) -> Call {
        Call {
            $0.endpoint.headerParameters = [.init(name: "X-Region", schema: .string(), isRequired: isRequired)]
            $0.headers = headers
        }
    }

    @Test("have the value of the call, or else the client's own, whatever the case of its name")
    func values() async throws {
        #expect(try await call().request(headers: ["X-Region": "eu"]).header("X-Region") == "eu")
        let client = call(headers: ["x-region": "us", "X-Other": "no"])
        #expect(try await client.request().header("X-Region") == "us")
        #expect(try await client.request(headers: ["X-Region": nil]).header("X-Region") == "us")
        #expect(try await client.request(headers: ["X-Region": "eu"]).header("X-Region") == "eu")
        #expect(try await client.request().header("X-Other") == nil)
    }

    @Test("have what the client was asked for by name before what it was given for any")
    func named() async throws {
        var call = call(headers: ["X-Region": "us"])
        call.namedHeaders = ["X-Region": ["eu", "no"]]
        #expect(try await call.request().header("X-Region") == "eu,no")
        #expect(try await call.request(headers: ["X-Region": "dk"]).header("X-Region") == "dk")
        call.namedHeaders = ["X-Region": String?.none]
        #expect(try await call.request().header("X-Region") == "us")
    }

    @Test("that are required and that nobody gave keep the request from being sent")
    func missing() async throws {
        #expect(try await call().reason() == .headerParameter("X-Region"))
        #expect(try await call(isRequired: false).request().header("X-Region") == nil)
    }

    @Test("hold lists with commas, whose items have none")
    func lists() async throws {
        #expect(try await call().request(headers: ["X-Region": ["eu", "us"]]).header("X-Region") == "eu,us")
        #expect(try await call().reason(headers: ["X-Region": ["eu,us"]]) == .commaInItem(parameter: "X-Region"))
    }

    @Test("hold nothing that would end them", arguments: ["a\r\nX-Evil: 1", "a\u{0}"])
    func injection(value: String) async throws {
        #expect(try await call().reason(headers: ["X-Region": value]) == .headerValue("X-Region"))
    }

    @Test("name the version: the contract's, or the one that the client was given")
    func version() async throws {
        var call = Call { $0.api.versioning = .init(header: "X-Version", current: "2026-05-01", missing: .reject) }
        #expect(try await call.request().header("X-Version") == "2026-05-01")
        call.headers = ["X-Version": "2025-01-01"]
        #expect(try await call.request().header("X-Version") == "2025-01-01")
    }

    @Test("name the tenant at endpoints that work on one's data")
    func tenant() async throws {
        var call = Call {
            $0.api.tenancy = .init(name: "shop", place: .header("X-Shop"), foreignStatus: 404)
            $0.endpoint.tenancy = .tenant
            $0.headers = ["X-Shop": "mine"]
        }
        #expect(try await call.request().header("X-Shop") == "mine")
        #expect(try await call.request(headers: ["X-Shop": "other"]).header("X-Shop") == "other")
        call.endpoint.tenancy = .none
        #expect(try await call.request().header("X-Shop") == nil)
        call.endpoint.tenancy = .tenant
        call.tenant = "its own"
        #expect(try await call.request().header("X-Shop") == "its own")
        call.tenant = nil
        call.headers = [:]
        call.transport = StubTransport(.json(200, "{}"))
        #expect(try await call.reason() == .headerParameter("X-Shop"))
    }

    @Test("and parameters name the tenant where its credential says so")
    func tenantByCredential() async throws {
        var call = Call {
            $0.api.tenancy = .init(
                name: "shop",
                place: .header("X-Shop"),
                placesByCredential: ["apiKey": .credential],
                foreignStatus: 404
            )
            $0.endpoint.tenancy = .tenant
        }
        #expect(try await call.request().header("X-Shop") == nil)
        call.api.tenancy?.placesByCredential = ["apiKey": .query("shop")]
        #expect(try await call.request(query: ["shop": "mine"]).path == "/v1/shops/s/orders/7?shop=mine")
        call.tenant = "its own"
        #expect(try await call.request().path == "/v1/shops/s/orders/7?shop=its%20own")
        call.tenant = nil
        call.endpoint.queryParameters = [.init(name: "shop", schema: .string())]
        #expect(try await call.request(query: ["shop": "mine"]).path == "/v1/shops/s/orders/7?shop=mine")
        call.transport = StubTransport(.json(200, "{}"))
        #expect(try await call.reason() == .queryParameter("shop"))
    }

    @Test("accept the media type of the API's errors")
    func accept() async throws {
        let call = Call { $0.api.errors.mediaType = "application/vnd.shop+json" }
        #expect(try await call.request().header("Accept") == "application/json, application/problem+json, application/vnd.shop+json")
    }
}
