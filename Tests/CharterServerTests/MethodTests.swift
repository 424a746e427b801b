import CharterRuntime
import HTTPTypes
import Testing

@Suite("Methods")
struct MethodTests {
    @Test(
        "that a path does not have are answered 405 with those that it has",
        arguments: [
            (.post, "ping", "GET, HEAD"), (.put, "communities/a/events", "GET, HEAD, POST"),
            (.patch, "communities/a/segments/public", "GET, HEAD"), (.get, "communities/a/segments/x", "PATCH"),
            (.head, "communities/a/segments/x", "PATCH"), (.patch, "communities/a/events/x", "GET, HEAD, DELETE"),
            (.trace, "communities/a/events/x", "GET, HEAD, DELETE"),
        ] as [(HTTPRequest.Method, String, String)]
    )
    func wrongMethod(method: HTTPRequest.Method, path: String, allow: String) async throws {
        let reply = try await TrialServer().send(method, path)
        #expect(reply.status == 405)
        #expect(reply.head.headerFields[.allow] == allow)
        #expect(method == .head ? reply.body.isEmpty : reply.problem?.code == "method-not-allowed")
    }

    @Test("are listed by OPTIONS without a key", arguments: [("ping", "GET, HEAD"), ("communities/a/events", "GET, HEAD, POST")])
    func options(path: String, allow: String) async throws {
        let reply = try await TrialServer().send(.options, path)
        #expect(reply.status == 204)
        #expect(reply.head.headerFields[.allow] == allow)
        #expect(reply.head.headerFields[.contentLength] == nil)
        #expect(reply.body.isEmpty)
    }

    @Test(
        "of which HEAD is answered like GET, without the body",
        arguments: [
            ("communities/a/events?limit=3", TrialServer.reader), ("communities/a/events", nil),
            ("communities/a/events?limit=x", TrialServer.reader),
            ("ping", nil), ("communities/nothing", nil),
        ] as [(String, String?)]
    )
    func head(path: String, key: String?) async throws {
        let server = try TrialServer()
        let get = try await server.send(.get, path, key: key)
        let head = try await server.send(.head, path, key: key)
        #expect(head.body.isEmpty)
        #expect(head.status == get.status)
        #expect(head.head.headerFields[.contentLength] == get.head.headerFields[.contentLength])
        #expect(head.head.headerFields[.contentType] == get.head.headerFields[.contentType])
    }

    @Test("answer as documented")
    func success() async throws {
        let server = try TrialServer()
        let ping = try await server.send(.get, "ping")
        #expect(ping.status == 204)
        #expect(ping.body.isEmpty)
        #expect(ping.head.headerFields[.contentLength] == nil)
        #expect(ping.head.headerFields[.contentType] == nil)
        #expect(try await server.send(.delete, "communities/a/events/x", key: TrialServer.writer).status == 204)
    }
}
