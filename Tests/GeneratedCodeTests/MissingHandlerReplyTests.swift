import CharterRuntime
import CharterServer
import HTTPTypes
import RavenModels
import Testing

/// What a server answers of whose handlers one is not written.
@Suite("An endpoint without a handler")
struct MissingHandlerReplyTests {
    private static let message = #"{"channel": "sms", "to": "+351912345678", "text": "Hello", "idempotency_key": "once"}"#

    @Test("is answered 501, in the form of the API's errors", arguments: [nil, InMemoryEffects()])
    func reply(effects: InMemoryEffects?) async throws {
        let server = try UnfinishedRaven(effects)
        for (method, path, body) in [(HTTPRequest.Method.get, "/messages", ""), (.post, "/messages", Self.message)] {
            let reply = try await server.send(method, path, body: body)
            #expect(reply.head.status == 501)
            #expect(reply.head.headerFields[.contentType] == "application/json")
            let error = try JSONCoding.decode(JSONValue.self, from: reply.body)
            guard case .object(let members) = error else {
                Issue.record("no object: \(error)")
                continue
            }
            #expect(Set(members.keys) == ["statusCode", "timestamp", "path", "message"])
            #expect(members["statusCode"] == .integer(501))
        }
    }

    @Test("refuses what it would refuse with one")
    func checks() async throws {
        let server = try UnfinishedRaven()
        #expect(try await server.send(.get, "/messages", key: nil).head.status == 401)
        #expect(try await server.send(.get, "/messages?limit=0").head.status == 400)
        #expect(try await server.send(.post, "/messages", body: "{}").head.status == 400)
        #expect(try await server.send(.put, "/messages").head.status == 405)
    }

    @Test("is answered 500 where the API lists its error statuses, and 501 is not among them")
    func closedStatuses() async throws {
        let statuses = [400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500]
        for (closed, status) in [(statuses, 500), (statuses + [501], 501)] {
            let server = try UnfinishedRaven { $0.errors.closedStatuses = closed }
            #expect(try await server.send(.get, "/messages").head.status.code == status)
        }
        let server = try UnfinishedRaven {
            $0.errors.closedStatuses = statuses + [503]
            $0.errors.faults.append(.init(kind: .notImplemented, status: 503))
        }
        #expect(try await server.send(.get, "/messages").head.status == 503)
    }

    @Test("remembers no answer, and uses no quota: the call is new once there is a handler", arguments: ["success", "all"])
    func repeated(remembers: String) async throws {
        let effects = InMemoryEffects()
        let server = try UnfinishedRaven(effects) { api in
            guard let index = api.endpoints.firstIndex(where: { $0.id == "sendMessage" }) else { return }
            if remembers == "all" { api.endpoints[index].idempotency?.remembers = .all }
        }
        #expect(try await server.send(.post, "/messages", body: Self.message).head.status == 501)
        let other = Self.message.replacing("Hello", with: "Goodbye")
        // With another payload, a call that was remembered would be refused.
        #expect(try await server.send(.post, "/messages", body: other).head.status == 501)
        #expect(effects.callCount == 0)
        let counting = LimitCounting(.raven, tenants: UnfinishedRaven.tenants)
        let standing = try await effects.withTransaction { try await counting.count("messages", tenant: "acme-co", in: $0) }
        #expect(standing?.remaining == 9_999)
    }
}
