import CharterRuntime
import HTTPTypes
import Testing

@testable import charter_conform

@Suite("an exchange by HEAD")
struct HeadExchangeTests {
    private static let head = "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"

    private func reply(
        _ text: String,
        closes: Bool = true,
        patience: Duration = .seconds(60),
        rest: Duration = .seconds(3_600)
    ) async throws -> HTTPReply {
        try await AnsweringServer(reply: Array(text.utf8), closes: closes).serve { port in
            let request = HTTPRequest(method: .head, scheme: "http", authority: "127.0.0.1:\(port)", path: "/")
            return try await HeadExchange(request, patience: patience, rest: rest).reply()
        }
    }

    @Test("shows what stands behind the head")
    func body() async throws {
        let reply = try await reply(Self.head + "body")
        #expect(reply.head.status == .ok && reply.head.headerFields[.contentType] == "text/plain")
        #expect(reply.body == Array("body".utf8))
    }

    @Test("waits longer for the head than for what comes behind it")
    func patience() async throws {
        #expect(try await reply(Self.head, closes: false, rest: .zero).head.status == .ok)
    }

    @Test("says that no reply came in time, or only a part of one")
    func late() async throws {
        let silence = await #expect(throws: UnreadableHead.self) { try await reply("", closes: false, patience: .milliseconds(50)) }
        #expect(silence?.description == "no reply in time")
    }

    @Test("says that the server closed the connection, or sent what is no reply")
    func noReply() async throws {
        let closed = await #expect(throws: UnreadableHead.self) { try await reply("") }
        #expect(closed?.description == "the server closed the connection")
        let other = await #expect(throws: UnreadableHead.self) { try await reply("HTTP/1.1 200") }
        #expect(other?.description == "12 bytes came that are no reply of HTTP/1.1")
    }

    @Test("reads no more than a bound")
    func endless() async throws {
        let reply = try await reply(Self.head + String(repeating: "a", count: 4 << 20), closes: false)
        #expect((1 << 19..<2 << 20).contains(reply.body.count))
    }
}
