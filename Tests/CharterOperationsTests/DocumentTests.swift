import CharterRuntime
import CharterServer
import CharterServerTesting
import Testing

/// The description of an API, where it serves it.
@Suite("The document of an API")
struct DocumentTests {
    private static let text: StaticString = "{\"openapi\":\"3.1.0\",\"title\":\"Wätched\"}\n"

    private func server(at place: String? = "/openapi.json", _ change: (inout APIDescription) -> Void = { _ in }) throws -> WatchedServer {
        let api = APIDescription.watched {
            $0.describedAt = place
            change(&$0)
        }
        return try WatchedServer(api, documents: [APIDocument(Self.text)])
    }

    @Test("is served byte by byte to whoever asks, scripts of other origins included")
    func served() async throws {
        let reply = try await server().send("GET", "/v1/openapi.json")
        #expect(reply.status == 200)
        #expect(reply.body == Array("\(Self.text)".utf8))
        #expect(reply["Content-Type"] == "application/json")
        #expect(reply["Access-Control-Allow-Origin"] == "*")
        #expect(reply["Access-Control-Expose-Headers"] == "ETag")
        #expect(reply["Cache-Control"] == "no-cache")
        #expect(reply["X-Request-Id"] != nil)
    }

    @Test("stands at the root of the server where its address is a URL")
    func url() async throws {
        let server = try server(at: "https://watched.example/docs/openapi.json")
        #expect(try await server.send("GET", "/docs/openapi.json").status == 200)
        #expect(try await server.send("GET", "/v1/docs/openapi.json").status == 404)
    }

    @Test("is not served where the contract says nothing of it")
    func silent() async throws {
        #expect(try await server(at: nil).send("GET", "/v1/openapi.json").status == 404)
    }

    @Test("goes before a path with a parameter")
    func literal() async throws {
        let server = try server { $0.endpoints.append(.watched("any", .get, "/:any")) }
        #expect(try await server.send("GET", "/v1/openapi.json").body == Array("\(Self.text)".utf8))
        #expect(try await server.send("GET", "/v1/other.json").text == "null")
        #expect(try await server.send("POST", "/v1/openapi.json").status == 405)
    }

    @Test("is answered to HEAD without its body")
    func head() async throws {
        let reply = try await server().send("HEAD", "/v1/openapi.json")
        #expect(reply.status == 200)
        #expect(reply.body.isEmpty)
        #expect(reply["Content-Length"] == "\(Self.text.utf8CodeUnitCount)")
    }

    @Test(
        "is not sent again to who has it",
        arguments: [("TAG", 304), ("W/TAG", 304), ("\"other\" , TAG", 304), ("*", 304), ("\"other\"", 200), ("", 200)]
    )
    func known(value: String, status: Int) async throws {
        let server = try server()
        let tag = try #require(try await server.send("GET", "/v1/openapi.json")["ETag"])
        let reply = try await server.send("GET", "/v1/openapi.json", ["If-None-Match": value.replacing("TAG", with: tag)])
        #expect(reply.status == status)
        #expect(reply.body.isEmpty == (status == 304))
        #expect(reply["ETag"] == tag)
    }

    @Test("has a tag of its own for each text")
    func tags() async throws {
        let api = APIDescription.watched { $0.describedAt = "/openapi.json" }
        let first = try await WatchedServer(api, documents: [APIDocument("{}")]).send("GET", "/v1/openapi.json")["ETag"]
        let second = try await WatchedServer(api, documents: [APIDocument("[]")]).send("GET", "/v1/openapi.json")["ETag"]
        #expect(first != second)
    }

    @Test("has no other methods: 405 in the API's form of errors, with what there is")
    func methods() async throws {
        let server = try server()
        let reply = try await server.send("POST", "/v1/openapi.json")
        #expect(reply.status == 405)
        #expect(reply["Allow"] == "GET, HEAD, OPTIONS")
        #expect(try JSONCoding.decode(Problem.self, from: reply.body).code == "method-not-allowed")
        #expect(try await server.send("OPTIONS", "/v1/openapi.json")["Allow"] == "GET, HEAD, OPTIONS")
    }

    @Test("lets scripts of other origins ask whether it has changed")
    func preflight() async throws {
        let fields: KeyValuePairs = ["Origin": "https://docs.example", "Access-Control-Request-Method": "GET"]
        let reply = try await server().send("OPTIONS", "/v1/openapi.json", fields)
        #expect(reply.status == 204)
        #expect(reply["Access-Control-Allow-Methods"] == "GET, HEAD")
        #expect(reply["Access-Control-Allow-Headers"] == "If-None-Match")
        #expect(reply["Access-Control-Allow-Origin"] == "*")
    }

    @Test("is the first one that is given")
    func ownDocument() async throws {
        let api = APIDescription.watched { $0.describedAt = "/openapi.json" }
        let server = try WatchedServer(api, documents: [APIDocument("[1]"), APIDocument("[2]")])
        #expect(try await server.send("GET", "/v1/openapi.json").text == "[1]")
    }
}
