import NIOCore
import Testing

@testable import CharterServer

/// What becomes of the body of a request that was answered before it was whole.
@Suite("A body that is answered before it is whole")
struct EarlyReplyTests {
    private static func header(_ length: String) -> String {
        "POST /v1/ping HTTP/1.1\r\nHost: watched.example\r\n\(length)\r\n\r\n"
    }

    @Test(
        "ends the connection where too much of it is left, or nobody says how much",
        arguments: ["Content-Length: 65547", "Content-Length: 2000000000", "Transfer-Encoding: chunked"]
    )
    func long(_ length: String) throws {
        let connection = try WatchedConnection()
        defer { connection.end() }
        try connection.receive(Self.header(length) + (length.hasSuffix("chunked") ? "a\r\n" : "") + "0123456789")
        try connection.answer()
        #expect(try connection.sent().contains("\r\nConnection: close\r\n"))
        #expect(connection.client.closings.map { "\($0.mode)" }.first == "output")
    }

    @Test("is read to its end where little is left, and the connection kept")
    func short() throws {
        let connection = try WatchedConnection()
        defer { connection.end() }
        for _ in 1...2 {
            try connection.receive(Self.header("Content-Length: 65546") + "0123456789")
            try connection.answer()
            #expect(try !connection.sent().contains("Connection"))
            try connection.receive(String(repeating: "x", count: 65_536))
        }
        #expect(connection.isOpen)
    }

    @Test("is nothing of a reply that comes behind it")
    func whole() throws {
        let connection = try WatchedConnection()
        defer { connection.end() }
        let length = 100_000
        try connection.receive(Self.header("Content-Length: \(length)") + String(repeating: "x", count: length))
        try connection.answer()
        #expect(try !connection.sent().contains("Connection"))
        #expect(connection.isOpen)
    }

    @Test("says nothing of a request that came before it")
    func pipelined() throws {
        let connection = try WatchedConnection()
        defer { connection.end() }
        try connection.receive("GET /v1/ping HTTP/1.1\r\nHost: a\r\n\r\n" + Self.header("Content-Length: 2000000000"))
        try connection.answer()
        #expect(try !connection.sent().contains("Connection"))
        #expect(connection.isOpen)
        try connection.answer()
        #expect(try connection.sent().contains("\r\nConnection: close\r\n"))
    }

    @Test("is thrown away for a while, and not for ever")
    func end() {
        var end = ConnectionEnd()
        end.thrownAway = 1_048_576
        #expect(end.isRead)
        end.isLast = true
        #expect(!end.isRead)
        end.thrownAway -= 1
        #expect(end.isRead)
    }
}
