import CharterRuntime
import CharterServer
import HTTPTypes
import ParcelsModels
import Testing

/// What goes over the wire, beside what the client shows of it.
@Suite("Parcels on the wire")
struct WireTests {
    private let transport: any HTTPTransport

    init() throws {
        transport = try InMemoryParcels.transport()
    }

    private func reply(
        _ method: HTTPRequest.Method,
        _ path: String,
        scope: String? = "account:admin",
        fields: [String: String] = [:],
        body: String = ""
    ) async throws -> HTTPReply {
        var head = HTTPRequest(method: method, scheme: "http", authority: "localhost", path: "/v2" + path)
        var given = ["X-Api-Version": "2026-05-01"].merging(fields) { $1 }
        if let scope, let key = SampleKey.text(of: "teapots", kind: "live", scope: scope) { given["Authorization"] = "ApiKey \(key)" }
        if !body.isEmpty { given["Content-Type"] = "application/json" }
        for (name, value) in given where !value.isEmpty { head.headerFields[try #require(HTTPField.Name(name))] = value }
        return try await transport.send(head, body: Array(body.utf8))
    }

    private func field(_ name: String, of reply: HTTPReply) -> String? {
        HTTPField.Name(name).flatMap { reply.head.headerFields[$0] }
    }

    private func json(_ reply: HTTPReply) throws -> JSONValue {
        try JSONCoding.decode(JSONValue.self, from: reply.body)
    }

    /// The code of an error, and the places of its faults.
    private func faults(_ reply: HTTPReply) throws -> [String] {
        let error = try json(reply)["error"]
        var texts = ["\(reply.head.status.code)"]
        if case .string(let code)? = error?["code"] { texts.append(code) }
        if case .array(let details)? = error?["details"] {
            for case .string(let path)? in details.map({ $0["path"] }) { texts.append(path) }
        }
        return texts
    }

    @Test("every reply names its request, in its header and in its body")
    func requestID() async throws {
        for path in ["/shipments/shp_8Zr2Lm", "/shipments/shp_nothing", "/nowhere", "/shipments?x=1"] {
            let reply = try await reply(.get, path)
            let id = try #require(field("X-Request-Id", of: reply))
            let body = try json(reply)
            #expect(body["meta"]?["request_id"] ?? body["error"]?["request_id"] == .string(id))
            #expect(field("X-Api-Version", of: reply) == "2026-05-01")
        }
    }

    @Test("a page and a thing have their envelopes")
    func envelopes() async throws {
        guard case .object(let page) = try json(await reply(.get, "/shipments?limit=1")) else {
            Issue.record("a page is no object")
            return
        }
        #expect(page.keys.sorted() == ["data", "has_more", "meta"])
        guard case .object(let thing) = try json(await reply(.get, "/shipments/shp_8Zr2Lm")) else {
            Issue.record("a thing is no object")
            return
        }
        #expect(thing.keys.sorted() == ["data", "meta"])
        #expect(thing["data"]?["created_at"] == .string("2026-04-04T10:00:00.000Z"))
        #expect(thing["data"]?["label"] == .null)
    }

    @Test("what the API does not document is refused")
    func unknown() async throws {
        #expect(try faults(await reply(.get, "/shipments?stat=draft")) == ["422", "validation_failed", "query.stat"])
        #expect(try faults(await reply(.get, "/shipments?limit=")) == ["422", "validation_failed", "query.limit"])
        #expect(try faults(await reply(.get, "/shipments?limit=1&limit=2")) == ["422", "validation_failed", "query.limit"])
        let place = #"{"postal_code":"1010","country":"AT"}"#
        let tube = #"{"kind":"tube","length_cm":"90","diameter_cm":"7","weight_kg":"0.4","colour":"red"}"#
        let body = #"{"from":\#(place),"to":\#(place),"package":\#(tube),"fragile":true}"#
        #expect(try faults(await reply(.post, "/rates", body: body)) == ["422", "validation_failed", "/package/colour", "/fragile"])
    }

    @Test("syntax has a status of its own")
    func syntax() async throws {
        #expect(try faults(await reply(.post, "/rates", body: "{")) == ["400", "malformed_body", "body"])
    }

    @Test("places in bodies are JSON pointers")
    func pointers() async throws {
        let body = ##"{"metadata":{"a.b/c":1,"~x":2,"":3,"[0]":4},"lines":["x",""]}"##
        let places = ["/lines/1", "/metadata/", "/metadata/[0]", "/metadata/a.b~1c", "/metadata/~0x"]
        #expect(
            try faults(await reply(.patch, "/addresses/adr_4kT9wQ", body: body)).sorted()
                == (["422", "validation_failed"] + places).sorted()
        )
    }

    @Test("a change clears with null what need not be there, and nothing else")
    func nulls() async throws {
        let body = #"{"city":null,"instructions":null,"lines":null,"metadata":null,"phone":null}"#
        #expect(
            try faults(await reply(.patch, "/addresses/adr_4kT9wQ", body: body)).sorted()
                == ["422", "validation_failed", "/city", "/lines"].sorted()
        )
    }

    @Test("a new thing is found where Location says")
    func location() async throws {
        let body = #"{"name":"A","lines":["B"],"city":"C","postal_code":"1010","country":"AT"}"#
        let made = try await reply(.post, "/addresses", body: body)
        #expect(made.head.status.code == 201)
        let location = try #require(made.head.headerFields[.location])
        let found = try await reply(.get, String(location.dropFirst("/v2".count)))
        #expect(try json(found)["data"] == json(made)["data"])
    }

    @Test("credentials are told apart by scheme, realm and state")
    func credentials() async throws {
        let carrier = try #require(SampleKey.text(of: "teapots", kind: "partner", scope: "events:report"))
        let account = try #require(SampleKey.text(of: "teapots", kind: "live", scope: "shipments:read"))
        let get = { (fields: [String: String]) in try await faults(reply(.get, "/shipments", scope: nil, fields: fields)) }
        #expect(try await get([:]) == ["401", "unauthenticated"])
        #expect(try await get(["X-Carrier-Key": carrier]) == ["401", "key_wrong_realm"])
        #expect(try await get(["Authorization": "Bearer \(account)"]) == ["401", "key_invalid"])
        #expect(try await get(["Authorization": account]) == ["401", "key_invalid"])
        #expect(try await get(["Authorization": "apikey \(account)"]) == ["200"])
        let event = #"{"type":"moved","at":"2026-05-02T07:15:00Z","depot":"Faro"}"#
        let posted = try await reply(.post, "/tracking/PX4471203985/events", scope: "account:admin", body: event)
        #expect(try faults(posted) == ["401", "key_wrong_realm"])
    }

    @Test("anybody may ask where a parcel is, but not with a key that is none")
    func anonymous() async throws {
        #expect(try await reply(.get, "/tracking/PX4471203985", scope: nil).head.status.code == 200)
        let fields = ["Authorization": "ApiKey pcl_live_000000000000000000000000"]
        #expect(try faults(await reply(.get, "/tracking/PX4471203985", scope: nil, fields: fields)) == ["401", "key_invalid"])
    }

    @Test("a version and, where money is spent, a key of the call are asked for")
    func missingFields() async throws {
        #expect(try faults(await reply(.get, "/shipments", fields: ["X-Api-Version": ""])) == ["400", "version_required"])
        let path = "/shipments/shp_8Zr2Lm/labels"
        let order = #"{"rate":"rat_Qm71xE"}"#
        #expect(try faults(await reply(.post, path, body: order)) == ["400", "idempotency_key_required"])
        let short = try await reply(.post, path, fields: ["Idempotency-Key": "short"], body: order)
        #expect(try faults(short) == ["422", "validation_failed", "header.Idempotency-Key"])
        let long = try await reply(.post, path, fields: ["Idempotency-Key": "0d9e8f7c-2a1b-4e6d"], body: order)
        #expect(long.head.status.code == 201)
    }

    @Test("an endpoint that goes away says so")
    func sunset() async throws {
        let order = #"{"shipment":"shp_8Zr2Lm","rate":"rat_Qm71xE"}"#
        let reply = try await reply(.post, "/labels", fields: ["Idempotency-Key": "0d9e8f7c-2a1b-4e6d"], body: order)
        #expect(reply.head.status.code == 201)
        #expect(field("Deprecation", of: reply) == "@1777593600")
        #expect(field("Sunset", of: reply) == "Mon, 30 Nov 2026 00:00:00 GMT")
    }
}
