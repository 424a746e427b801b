import CharterRuntime
import HTTPTypes
import RavenModels
import Testing

/// How requests may be written, and how responses are.
@Suite("Raven on the wire")
struct RavenWireTests {
    private let wire: Wire

    init() throws {
        wire = Wire(try InMemoryRaven.transport())
    }

    @Test("takes a field in either spelling, and answers in camel case", arguments: ["rateLimitRpm", "rate_limit_rpm"])
    func spellings(_ field: String) async throws {
        let reply = try await wire.send(.post, "/admin/api-keys", as: .owner, body: #"{"name": "Shop", "\#(field)": 120}"#)
        #expect(reply.status == 201)
        let details = try #require(reply.json?["details"])
        #expect(details["rateLimitRpm"] == .integer(120))
        #expect(details["rate_limit_rpm"] == nil)
    }

    @Test("takes an idempotency key in either spelling", arguments: ["idempotency_key", "idempotencyKey"])
    func idempotencyKey(_ field: String) async throws {
        let body = #"{"channel": "sms", "to": "+351912345678", "text": "Hello", "\#(field)": "order-AC-1042"}"#
        let reply = try await wire.send(.post, "/messages", as: .service(.acme), body: body)
        #expect(reply.status == 201)
        #expect(reply.members?[field] == nil)
    }

    @Test("writes every field in camel case, instants in UTC with milliseconds, and identifiers as UUIDv4", arguments: calls)
    func results(_ call: Call) async throws {
        let reply = try await wire.send(call.method, call.path, as: call.sender, body: call.body)
        #expect(reply.status == call.status)
        #expect(reply.media == "application/json")
        let members = Member.all(of: try #require(reply.json))
        #expect(members.allSatisfy { $0.name.wholeMatch(of: /[a-z][A-Za-z0-9]*/) != nil })
        let instants = members.filter { $0.name.hasSuffix("At") }
        #expect(instants.allSatisfy { $0.text.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil })
        let ids = members.filter { $0.name == "id" }
        #expect(!ids.isEmpty)
        #expect(ids.allSatisfy { $0.text.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil })
    }

    @Test("answers every endpoint with JSON, and none with 204")
    func everyEndpoint() {
        #expect(Set(Self.calls.map(\.id)) == Set(RavenEndpoints.all.map(\.id)))
        #expect(RavenEndpoints.all.allSatisfy { $0.success.status != 204 && $0.success.otherStatuses.isEmpty && $0.success.body != nil })
    }

    @Test("says that a page is the last by null")
    func lastPage() async throws {
        let reply = try await wire.send(.get, "/messages", as: .service(.birch))
        #expect(reply.members.map { Set($0.keys) } == ["items", "nextCursor"])
        #expect(reply.members?["nextCursor"] == .null)
    }

    @Test("shows a key to whoever makes it, and to nobody later")
    func keyShownOnce() async throws {
        let created = try await wire.send(.post, "/admin/api-keys", as: .owner, body: #"{"name": "Shop"}"#)
        guard case .string(let key)? = created.json?["key"] else {
            Issue.record("there is no key")
            return
        }
        let list = try await wire.send(.get, "/admin/api-keys?limit=200", as: .owner)
        #expect(Member.all(of: try #require(list.json)).contains { $0.name == "prefix" && key.hasPrefix($0.text) })
        #expect(!Member.all(of: try #require(list.json)).contains { $0.text == key })
    }

    /// A request that succeeds.
    struct Call: Sendable, CustomTestStringConvertible {
        let id: String
        let status: Int
        let method: HTTPRequest.Method
        let path: String
        let sender: Wire.Sender
        var body: String?

        var testDescription: String { id }
    }

    private static let service = Wire.Sender.service(.acme)

    /// One for each endpoint.
    static let calls: [Call] = [
        Call(id: "listMessages", status: 200, method: .get, path: "/messages?limit=5", sender: service),
        Call(id: "getMessage", status: 200, method: .get, path: "/messages/\(Landmarks.acme.message)", sender: service),
        Call(
            id: "sendMessage",
            status: 201,
            method: .post,
            path: "/messages",
            sender: service,
            body: #"{"channel": "sms", "to": "+351912345678", "text": "Hello"}"#
        ),
        Call(id: "getMe", status: 200, method: .get, path: "/admin/me", sender: .owner),
        Call(id: "listTenants", status: 200, method: .get, path: "/admin/tenants", sender: .owner),
        Call(id: "getTenant", status: 200, method: .get, path: "/admin/tenants/\(Landmarks.acme.id)", sender: .owner),
        Call(
            id: "createTenant",
            status: 201,
            method: .post,
            path: "/admin/tenants",
            sender: .owner,
            body: #"{"name": "Dune Lab", "slug": "dune-lab"}"#
        ),
        Call(id: "listKeys", status: 200, method: .get, path: "/admin/api-keys", sender: .owner),
        Call(id: "createKey", status: 201, method: .post, path: "/admin/api-keys", sender: .owner, body: #"{"name": "Shop"}"#),
        Call(id: "revokeKey", status: 200, method: .delete, path: "/admin/api-keys/\(Landmarks.acme.key)", sender: .owner),
    ]

    /// A member of an object, anywhere in a value.
    private struct Member {
        let name: String
        /// The text of the value; empty for every other kind.
        let text: String

        static func all(of value: JSONValue) -> [Member] {
            switch value {
            case .object(let members):
                members.flatMap { name, value in
                    let text = if case .string(let text) = value { text } else { "" }
                    return [Member(name: name, text: text)] + all(of: value)
                }
            case .array(let values): values.flatMap(all)
            default: []
            }
        }
    }
}
