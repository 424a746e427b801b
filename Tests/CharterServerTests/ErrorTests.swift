import CharterRuntime
import CharterServer
import HTTPTypes
import Testing

@Suite("Errors")
struct ErrorTests {
    @Test("that a handler documents become a problem")
    func refusal() async throws {
        let reply = try await TrialServer().send(.post, "communities/a/conflict", key: TrialServer.writer, body: TrialServer.body)
        #expect(
            reply.problem
                == Problem(title: "The segment has no members.", status: 409, detail: "Add one.", code: "segment-empty")
        )
        #expect(reply.head.headerFields[.retryAfter] == "5")
        #expect(reply.head.headerFields[.contentType] == "application/problem+json")
        #expect(reply.json?["errors"] == nil)
    }

    @Test("that nobody documents say nothing of their cause, and are logged with the request's name")
    func unexpected() async throws {
        let server = try TrialServer()
        let reply = try await server.send(.get, "fail")
        #expect(reply.outcome == "500 internal-error")
        #expect(!reply.text.contains("hunter2") && !reply.text.contains("SecretFault"))
        let requestID = try #require(reply.head.headerFields[.requestID])
        let entry = try #require(server.log.entries.first { $0.hasPrefix("error") })
        #expect(entry.contains(requestID))
        #expect(entry.contains("SecretFault"))
    }

    @Test("and successes name the request", arguments: ["ping", "fail", "communities/a/events", "nothing"])
    func requestID(path: String) async throws {
        let server = try TrialServer()
        let first = try await server.send(.get, path).head.headerFields[.requestID]
        let second = try await server.send(.get, path).head.headerFields[.requestID]
        #expect(first != nil)
        #expect(first != second)
    }
}
