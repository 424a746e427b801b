import CharterRuntime
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Testing

@testable import CharterServer

/// What becomes of slow and of overlarge requests.
@Suite("Connections and their limits")
struct ConnectionWatchTests {
    private static let header = "POST /v1/ping HTTP/1.1\r\nHost: watched.example\r\nContent-Length: 10\r\n\r\n"

    @Test("a header that is too slow is answered 408 in the API's form, and the connection closed")
    func slowHeader() throws {
        let connection = try WatchedConnection()
        defer { connection.end() }
        for letter in "GET /v1/ping HT" {
            #expect(try connection.sent() == "")
            try connection.receive("\(letter)")
            try connection.pass(1)
        }
        let reply = try connection.sent()
        #expect(reply.hasPrefix("HTTP/1.1 408 Request Timeout\r\n"))
        #expect(reply.contains("\r\nContent-Type: application/problem+json\r\n"))
        #expect(reply.contains("\r\nConnection: close\r\n"))
        #expect(reply.contains("\r\nX-Request-Id: "))
        #expect(reply.contains(#""detail":"It may take 15 seconds until its header has arrived.""#))
        #expect(!connection.isOpen)
        #expect(connection.log.entries.map { $0.attributes["charter.refusal"] } == ["request-timeout"])
    }

    @Test("the time of a header begins with its first byte, and ends with its last")
    func timelyHeaders() throws {
        let connection = try WatchedConnection()
        defer { connection.end() }
        for _ in 1...5 {
            try connection.pass(60)
            try connection.receive("GET /v1/ping HTTP/1.1\r\nHo")
            try connection.pass(14)
            try connection.receive("st: watched.example\r\n\r\n")
            // Whoever works on a request may take any time.
            try connection.pass(3_600)
            try connection.answer()
        }
        #expect(connection.isOpen)
        #expect(try connection.sent().split(separator: "\r\n").filter { $0 == "HTTP/1.1 204 No Content" }.count == 5)
    }

    @Test("a body that is too slow is an error to whoever reads it, and its answer the connection's last")
    func slowBody() throws {
        let connection = try WatchedConnection()
        defer { connection.end() }
        try connection.receive(Self.header)
        for _ in 1...5 {
            try connection.pass(11)
            try connection.receive("{")
        }
        #expect(throws: SlowBody.self) { try connection.pass(5) }
        #expect(connection.isOpen)
        try connection.answer()
        #expect(try connection.sent().hasPrefix("HTTP/1.1 204"))
        #expect(!connection.isOpen)
    }

    @Test("a body that nobody waits for any more ends the connection when it is too slow")
    func unreadBody() throws {
        let connection = try WatchedConnection()
        defer { connection.end() }
        try connection.receive(Self.header)
        try connection.answer()
        try connection.pass(59)
        #expect(connection.isOpen)
        try connection.pass(1)
        #expect(!connection.isOpen)
    }

    @Test("a body that arrives in time may be worked on for any time")
    func timelyBody() throws {
        let connection = try WatchedConnection()
        defer { connection.end() }
        try connection.receive(Self.header)
        try connection.pass(59)
        try connection.receive("0123456789")
        try connection.pass(3_600)
        try connection.answer()
        #expect(connection.isOpen)
    }

    @Test("who waits for a reply has time for the next header until it is there")
    func nextHeader() throws {
        let connection = try WatchedConnection()
        defer { connection.end() }
        try connection.receive("GET /v1/ping HTTP/1.1\r\nHost: watched.example\r\n\r\n")
        try connection.receive("GET")
        try connection.pass(100)
        try connection.answer()
        #expect(connection.isOpen)
        try connection.pass(20)
        #expect(!connection.isOpen)
    }

    @Test(
        "a header that is too large is answered 431 in the API's form",
        arguments: [
            "GET /v1/\(String(repeating: "a", count: 20_000)) HTTP/1.1\r\n\r\n",
            "GET /v1/ping HTTP/1.1\r\nCookie: \(String(repeating: "a", count: 20_000))\r\n\r\n",
            "GET /v1/ping HTTP/1.1\r\n\(String(repeating: "X: \(String(repeating: "a", count: 400))\r\n", count: 90))\r\n",
            "GET /v1/ping HTTP/1.1\r\n\(String(repeating: "X: a\r\n", count: 101))\r\n",
        ]
    )
    func largeHeader(header: String) throws {
        let connection = try WatchedConnection()
        defer { connection.end() }
        try connection.receive(header)
        let reply = try connection.sent()
        #expect(reply.hasPrefix("HTTP/1.1 431 Request Header Fields Too Large\r\n"))
        #expect(reply.contains(#""code":"header-too-large""#))
        #expect(!connection.isOpen)
    }

    @Test("a header within the limits is read")
    func fittingHeader() throws {
        let connection = try WatchedConnection()
        defer { connection.end() }
        let fields = "Host: a\r\nCookie: \(String(repeating: "a", count: 15_000))\r\n\(String(repeating: "X: a\r\n", count: 98))"
        try connection.receive("GET /v1/ping HTTP/1.1\r\n\(fields)\r\n")
        #expect(connection.isOpen)
        #expect(try connection.sent() == "")
    }

    @Test("what is no request is answered 400 in the API's form")
    func malformedHeader() throws {
        let connection = try WatchedConnection()
        defer { connection.end() }
        try connection.receive("good morning\r\n\r\n")
        #expect(try connection.sent().contains(#""code":"malformed-header""#))
        #expect(!connection.isOpen)
    }

    @Test(
        "no status is sent that the contract rules out",
        arguments: [
            ([400, 404, 500], "HTTP/1.1 400 Bad Request"), ([404, 500], ""), ([404, 431], "HTTP/1.1 431 Request Header Fields Too Large"),
        ]
    )
    func closedStatuses(statuses: [Int], line: String) throws {
        let connection = try WatchedConnection(api: .watched { $0.errors.closedStatuses = statuses })
        defer { connection.end() }
        try connection.receive("GET /v1/ping HTTP/1.1\r\nCookie: \(String(repeating: "a", count: 20_000))\r\n\r\n")
        #expect(try connection.sent().prefix { $0 != "\r\n" } == line)
        #expect(!connection.isOpen)
    }

    @Test("the time of a body does not run while the server itself reads nothing of it")
    func unreadBodyOfBusyServer() throws {
        let connection = try WatchedConnection()
        defer { connection.end() }
        try connection.receive(Self.header)
        try connection.pass(30)
        try connection.receive("01234", readsOn: false)
        try connection.pass(3_600)
        connection.channel.read()
        try connection.pass(29)
        #expect(throws: SlowBody.self) { try connection.pass(1) }
    }

    @Test("a rest that breaks off behind a request that was answered without it is not answered again")
    func brokenRest() throws {
        let connection = try WatchedConnection()
        defer { connection.end() }
        try connection.receive(Self.header)
        try connection.answer()
        #expect(try connection.sent().hasPrefix("HTTP/1.1 204 "))
        connection.leave()
        #expect(try connection.sent() == "")
        #expect(!connection.isOpen)
        #expect(connection.log.entries.isEmpty)
    }

    @Test("whoever answers is told of a rest that cannot be read, and what it says behind its reply is not sent")
    func malformedBody() throws {
        let connection = try WatchedConnection()
        defer { connection.end() }
        try connection.receive("POST /v1/ping HTTP/1.1\r\nHost: watched.example\r\nTransfer-Encoding: chunked\r\n\r\n")
        #expect(throws: HTTPParserError.self) { try connection.receive("nonsense\r\n") }
        try connection.answer()
        _ = try? connection.answer()
        let reply = try connection.sent()
        #expect(reply.split(separator: "HTTP/1.1 ").count == 1)
        #expect(reply.contains("\r\nConnection: close\r\n"))
        #expect(!connection.isOpen)
    }

    @Test("an early reply reaches a client that goes on sending: its side is closed first, and what comes is thrown away")
    func earlyReply() throws {
        let connection = try WatchedConnection()
        defer { connection.end() }
        try connection.receive(Self.header)
        connection.quiesce()
        try connection.answer()
        #expect(connection.client.closings.map { "\($0.mode)" }.first == "output")
    }

    @Test("a client that leaves within a header is told from one that sends nonsense, and is answered, for it may still listen")
    func leftWithinHeader() throws {
        let connection = try WatchedConnection()
        defer { connection.end() }
        try connection.receive("GET /v1/ping HT")
        connection.leave()
        let reply = try connection.sent()
        #expect(reply.hasPrefix("HTTP/1.1 400 "))
        #expect(reply.contains(#""code":"incomplete-header""#))
        #expect(connection.log.entries.map { $0.attributes["charter.refusal"] } == ["incomplete-header"])
    }

    @Test("a client that leaves between requests is worth no word")
    func leftBetweenRequests() throws {
        let connection = try WatchedConnection()
        defer { connection.end() }
        try connection.receive("GET /v1/ping HTTP/1.1\r\nHost: watched.example\r\n\r\n")
        try connection.answer()
        _ = try connection.sent()
        connection.leave()
        #expect(try connection.sent() == "")
        #expect(connection.log.entries.isEmpty)
    }
}
