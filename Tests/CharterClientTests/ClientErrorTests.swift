import CharterClient
import CharterRuntime
import HTTPTypes
import Testing

@Suite("client errors")
struct ClientErrorTests {
    @Test("a documented error body is a refusal with its header fields")
    func refused() async throws {
        let error = try await error(of: .problem(429, code: "too-fast", fields: [.retryAfter: "17"]))
        guard case .refused(let status, let problem, let fields) = error else { throw Unexpected(error: error) }
        #expect(status == 429)
        #expect(problem.code == "too-fast")
        #expect(fields[.retryAfter] == "17")
        #expect(error.retryAfter == 17)
        #expect(error.status == 429)
        #expect(error.description == "refused with 429 too-fast: No")
    }

    @Test(
        "another status, another media type or another body is unexpected and kept",
        arguments: [
            HTTPReply.json(202, #"{"id":1}"#),
            .json(302, ""),
            .json(502, "<html>sk_live_abc</html>", type: "text/html"),
            .json(404, #"{"type":"about:blank","title":"No","status":404,"code":"x"}"#),
            .json(404, #"{"message":"no"}"#, type: "application/problem+json"),
        ]
    )
    func unexpected(reply: HTTPReply) async throws {
        let error = try await error(of: reply)
        guard case .unexpected(let kept) = error else { throw Unexpected(error: error) }
        #expect(kept.body == reply.body)
        #expect(error.status == reply.head.status.code)
        #expect(!"\(error)".contains("sk_live_"))
    }

    @Test("a success body that does not fit is kept too", arguments: ["", "{}", "[1]", #"{"id":"x"}"#])
    func undecodable(body: String) async throws {
        let error = try await error(of: .json(200, body))
        guard case .undecodable(is JSONFault, let reply) = error else { throw Unexpected(error: error) }
        #expect(reply.body == Array(body.utf8))
        #expect(error.retryAfter == nil)
    }

    @Test("what the transport throws is passed on")
    func transport() async throws {
        struct Broken: Error {}
        let client = ShopClient(key: try SecretKey("sk_live_1"), transport: StubTransport { _ in throw Broken() })
        let error = try #require(await #expect(throws: ClientError.self) { _ = try await client.getOrder(shop: "s", id: 1) })
        guard case .transport(is Broken) = error else { throw Unexpected(error: error) }
        #expect(error.status == nil)
    }

    @Test(
        "a wait is a number of seconds",
        arguments: [("0", 0 as Int?), ("-1", nil), ("Fri, 31 Dec 1999 23:59:59 GMT", nil), ("1.5", nil)]
    )
    func retryAfter(text: String, seconds: Int?) async throws {
        let refusal = try await error(of: .problem(503, code: "x", fields: [.retryAfter: text]))
        #expect(refusal.retryAfter == seconds)
        let unexpected = try await error(of: .json(503, "", fields: [.retryAfter: text]))
        #expect(unexpected.retryAfter == seconds)
    }

    private func error(of reply: HTTPReply) async throws -> ClientError {
        let client = ShopClient(key: try SecretKey("sk_live_1"), transport: StubTransport(reply))
        return try #require(await #expect(throws: ClientError.self) { _ = try await client.getOrder(shop: "s", id: 1) })
    }

    private struct Unexpected: Error {
        var error: ClientError
    }
}
