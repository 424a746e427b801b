import CharterRuntime
import CharterServer
import HTTPTypes
import Testing

/// What conventions put around results: envelopes, header fields, locations and warnings of the end.
@Suite("Conventions of replies")
struct ReplyConventionTests {
    private static let envelope = APIDescription.Envelope(
        single: "data",
        list: "result.list",
        extras: ["meta.request": .requestID, "meta.v": .version, "meta.at": .time, "ok": .text("yes")]
    )

    private func server(_ endpoint: APIDescription.Endpoint, _ change: (inout APIDescription) -> Void = { _ in }) -> SmallServer {
        SmallServer(.small([endpoint], change)) { routes, api in routes.value(api.endpoints[0]) { _ in ["a", "b"] } }
    }

    @Test(
        "wrap results",
        arguments: [(.list(of: .string()), #""result":{"list":["a","b"]}"#), (.any, #""data":["a","b"]"#)]
            as [(APIDescription.Schema, String)]
    )
    func envelope(schema: APIDescription.Schema, result: String) async throws {
        let endpoint = APIDescription.Endpoint.get { ($0.envelope, $0.success.body) = (Self.envelope, schema) }
        let reply = try await server(endpoint) { $0.json.timestamps = .seconds }.send()
        let meta = #""meta":{"at":"2026-05-01T00:00:00Z","request":"\#(reply["X-Request-Id"] ?? "")","v":"1.2.3"}"#
        #expect(reply.text == #"{\#(result),\#(meta),"ok":"yes"}"#)
    }

    @Test("are whole, however much larger or smaller than the one before")
    func sizes() async throws {
        let server = SmallServer(.small([.taking(.list(of: .string()))]))
        for count in [0, 1, 1_000, 3, 20_000, 19_999, 1] {
            let items = Array(repeating: "text", count: count)
            let reply = try await server.send(.post, "/things", body: String(decoding: JSONCoding.encode(items), as: UTF8.self))
            #expect(try JSONCoding.decode([String].self, from: reply.body) == items)
            #expect(reply["Content-Length"] == "\(reply.body.count)")
        }
    }

    @Test("name header fields for every reply", arguments: ["/things", "/nothing"])
    func headers(path: String) async throws {
        let reply = try await server(.get()) {
            $0.responseHeaders = ["Trace": .requestID, "Date": .time, "At": .time, "V": .version, "Server": .text("small")]
        }.send(.get, path)
        #expect(reply["Trace"] != nil && reply["X-Request-Id"] == nil)
        #expect(reply["Date"] == "Fri, 01 May 2026 00:00:00 GMT")
        #expect(reply["At"] == "2026-05-01T00:00:00.123456Z")
        #expect(reply["V"] == "1.2.3")
        #expect(reply["Server"] == "small")
    }

    @Test("warn of the end of an endpoint, in refusals too", arguments: [APIDescription.Requirement.none, .one("k")])
    func deprecation(auth: APIDescription.Requirement) async throws {
        let endpoint = APIDescription.Endpoint.get {
            ($0.auth, $0.deprecation) = (auth, .init(since: "2026-01-01", sunset: "2027-02-28"))
        }
        let reply = try await server(endpoint) { $0.credentials = [.init(name: "k", place: .header("K"))] }.send()
        #expect(reply.status == (auth == .none ? 200 : 401))
        #expect(reply["Deprecation"] == "@1767225600")
        #expect(reply["Sunset"] == "Sun, 28 Feb 2027 00:00:00 GMT")
    }

    @Test(
        "say where a created thing is",
        arguments: [
            ("/things", "/things/:slug", "/v1/things/a%2Fb"), ("/things", "/things/:id", "/v1/things/7"),
            ("/things", "/all/:id", "/v1/all/7"),
            // Below the path of the request, its parameters are the request's; elsewhere they are the body's.
            ("/things/:id", "/things/:id/parts/:slug", "/v1/things/x%2Fy/parts/a%2Fb"), ("/things/:id", "/all/:id", "/v1/all/7"),
            ("/things/:other", "/all/:other/:id", "/v1/all/x%2Fy/7"), ("/things/:id", "/things/:id", "/v1/things/x%2Fy"),
        ] as [(APIDescription.PathTemplate, APIDescription.PathTemplate, String)]
    )
    func location(path: APIDescription.PathTemplate, template: APIDescription.PathTemplate, location: String) async throws {
        let create = APIDescription.Endpoint.taking(.any) {
            $0.path = path
            $0.success = .init(status: 201, body: .any, location: template)
        }
        let server = SmallServer(.small([create]))
        let sent = path.segments.count > 1 ? "/things/x%2Fy?x=1" : "/things?x=1"
        let reply = try await server.send(.post, sent, body: #"{"id": 7, "slug": "a/b"}"#)
        #expect(reply.status == 201)
        #expect(reply["Location"] == location)
    }

    @Test("do not say where a thing is that has no name")
    func nowhere() async throws {
        let create = APIDescription.Endpoint.taking(.any) { $0.success = .init(status: 201, body: .any, location: "/things/:id") }
        #expect(try await SmallServer(.small([create])).send(.post, "/things", body: "{}").outcome == "500 internal-error")
    }

    @Test("take a second deletion for a success where the API does", arguments: [(true, "204"), (false, "404 not-found")])
    func deletion(repeats: Bool, outcome: String) async throws {
        let endpoint = APIDescription.Endpoint.get {
            ($0.method, $0.success) = (.delete, .init(status: 202, otherStatuses: [204], repeatsDeletion: repeats))
        }
        let server = SmallServer(.small([endpoint])) { routes, api in routes.empty(api.endpoints[0]) { _ in throw Refusal.notFound } }
        #expect(try await server.send(.delete).outcome == outcome)
    }

    @Test(
        "write instants with as many digits as the API does, and only instants",
        arguments: [
            (.any, "00.123456Z"), (.seconds, "00Z"), (.milliseconds, "00.123Z"), (.microseconds, "00.123456Z"),
        ] as [(APIDescription.JSONStyle.Precision, String)]
    )
    func instants(precision: APIDescription.JSONStyle.Precision, end: String) async throws {
        let thing = APIDescription.Schema.object([
            .init("at", .nullable(.named("At"))), .init("text", .string()), .init("all", .list(of: .map(of: .named("At")))),
        ])
        let one = APIDescription.Endpoint.taking(thing) { $0.success.body = thing }
        let many = APIDescription.Endpoint.get {
            $0.success.body = .named("At")
            $0.paging = .init(
                name: "p",
                pageSize: .init(defaultValue: 9, minimum: 9, maximum: 9, below: .clamp, above: .clamp),
                position: .offset(parameter: "o"),
                members: .init()
            )
        }
        let api = APIDescription.small([one, many]) {
            $0.types = ["At": .string(format: .timestamp)]
            $0.json.timestamps = precision
        }
        let server = SmallServer(api) { routes, api in
            routes.value(api.endpoints[0]) { try $0.body() as InstantList }
            routes.page(api.endpoints[1]) { _ in Page(items: [SmallServer.now]) }
        }
        let sent = "2026-05-01T00:00:00.123456Z"
        let body = #"{"text":"\#(sent)","at":"\#(sent)","all":[{"x":"\#(sent)"}]}"#
        let reply = try await server.send(.post, "/things", body: body)
        let written = "2026-05-01T00:00:" + end
        #expect(reply.text == #"{"at":"\#(written)","text":"\#(sent)","all":[{"x":"\#(written)"}]}"#)
        #expect(try await server.send().text == #"["\#(written)"]"#)
    }
}

/// Instants at several places, and a text that looks like one.
private struct InstantList: JSONCodable {
    var at: Timestamp?
    var text: String?
    var all: [[String: Timestamp]]?

    init(from json: inout JSONReader) throws(JSONFault) {
        var members = try json.members(["at", "text", "all"])
        while let member = try members.next(&json) {
            switch member {
            case 0: at = try json.optional()
            case 1: text = try json.optional()
            default: all = try json.optional()
            }
        }
    }

    func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("at", at)
        json.member("text", text)
        json.member("all", all)
        json.closeObject()
    }
}
