import CharterRuntime
import CharterServerTesting
import HTTPTypes
import Testing

@Suite("Bodies")
struct BodyTests {
    private func post(_ body: String, _ fields: HTTPFields = [:]) async throws -> TrialReply {
        try await TrialServer().send(.post, "communities/a/events", key: TrialServer.writer, fields: fields, body: body)
    }

    @Test("takes a body of exactly the limit, and no more")
    func sizeLimit() async throws {
        let padding = String(repeating: " ", count: 1_000 - TrialServer.body.utf8.count)
        #expect(try await post(TrialServer.body + padding).status == 201)
        #expect(try await post(TrialServer.body + padding + " ").outcome == "413 body-too-large")
    }

    @Test("counts what comes where nothing is announced")
    func unannouncedSize() async throws {
        let reply = try await post(String(repeating: " ", count: 1_001), [.transferEncoding: "chunked", .contentType: "application/json"])
        #expect(reply.outcome == "413 body-too-large")
    }

    @Test("refuses what is announced as too large")
    func announcedSize() async throws {
        #expect(try await post(TrialServer.body, [.contentLength: "1001"]).outcome == "413 body-too-large")
    }

    @Test(
        "takes JSON by any of its names",
        arguments: ["application/json", "Application/JSON; charset=utf-8", "application/json ;charset=\"utf-8\"", "application/vnd.a+json"]
    )
    func jsonMediaTypes(type: String) async throws {
        #expect(try await post(TrialServer.body, [.contentType: type]).status == 201)
    }

    @Test(
        "answers 415 to everything else",
        arguments: [
            "text/plain", "application/x-www-form-urlencoded", "application/jsonx", "json", "+json", "application/+json", "",
            "application/json, text/plain",
        ]
    )
    func otherMediaTypes(type: String) async throws {
        let reply = try await post(TrialServer.body, [.contentType: type])
        #expect(reply.outcome == "415 unsupported-media-type")
        #expect(reply.head.headerFields[.accept] == "application/json")
    }

    @Test("answers 415 to a body without a media type")
    func noMediaType() async throws {
        let request = HTTPRequest(
            method: .post,
            scheme: "https",
            authority: "x",
            path: "/api/v1/communities/a/events",
            headerFields: [.apiKey: TrialServer.writer]
        )
        let reply = TrialReply(try await TrialServer().transport.send(request, body: Array(TrialServer.body.utf8)))
        #expect(reply.outcome == "415 unsupported-media-type")
    }

    @Test("ignores a body that the endpoint does not take")
    func bodyNobodyTakes() async throws {
        let reply = try await TrialServer().send(
            .get,
            "communities/a/events/x",
            key: TrialServer.reader,
            fields: [.contentType: "text/plain"],
            body: String(repeating: "x", count: 2_000)
        )
        #expect(reply.status == 200)
    }

    private static let deep = String(repeating: "[", count: 490) + String(repeating: "]", count: 490)

    @Test("says that a body is missing")
    func missing() async throws {
        let reply = try await post("")
        #expect(reply.outcome == "400 invalid-request")
        #expect(reply.faultyFields == ["body"])
    }

    @Test("says that a body is no JSON", arguments: ["{", "{\"a\":1}x", String(repeating: "[", count: 900), deep])
    func notJSON(body: String) async throws {
        let reply = try await post(body)
        #expect(reply.outcome == "400 malformed-body")
        #expect(reply.faultyFields == ["body"])
    }

    @Test("takes a body as deep as the API allows, and no deeper", arguments: [(4, 200), (3, 400)])
    func depth(maximum: Int, status: Int) async throws {
        let api = APIDescription.small([.taking(.any)]) { $0.requests.bodyDepth = maximum }
        let reply = try await SmallServer(api).send(.post, "/things", body: #"{"a": [{"[[": ["\"[[["]}]}"#)
        #expect(reply.status == status)
        #expect(status == 200 || reply.problem?.code == "malformed-body")
    }

    @Test("names the place of every fault in the body")
    func schemaFaults() async throws {
        let reply = try await post(#"{"title": "", "startsAt": "2026-02-30T10:00:00Z", "tiers": [{"price": 1}, {"price": -1}, {}]}"#)
        #expect(reply.outcome == "400 invalid-request")
        #expect(reply.faultyFields == ["title", "startsAt", "tiers[1].price", "tiers[2].price"])
        #expect(try await post("[]").faultyFields == ["body"])
    }

    @Test("hands the body to the handler")
    func decodedBody() async throws {
        #expect(try await post(TrialServer.body).text == #"{"title":"Meetup","startsAt":"2026-05-01T10:00:00Z"}"#)
    }
}
