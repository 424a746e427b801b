import Foundation
import Testing

@testable import CharterServer

/// RFC 9112 §3.2.
@Suite("The host of a request")
struct HostTests {
    @Test(
        "is said once in HTTP/1.1, or the answer is 400",
        arguments: [
            ("1.1", [], false), ("1.1", ["Host: a"], true), ("1.1", ["host: a"], true), ("1.1", ["Host:"], true),
            ("1.1", ["Host: a", "Host: b"], false), ("1.1", ["Host: a", "HOST: a"], false), ("1.0", [], true),
        ] as [(String, [String], Bool)]
    )
    func count(_ version: String, _ fields: [String], _ isTaken: Bool) throws {
        let connection = try WatchedConnection()
        defer { connection.end() }
        try connection.receive((["GET /v1/ping HTTP/\(version)"] + fields + ["", ""]).joined(separator: "\r\n"))
        #expect(try connection.requestParts().isEmpty == !isTaken)
        let reply = try connection.sent()
        guard !isTaken else {
            #expect(reply == "")
            return
        }
        #expect(reply.hasPrefix("HTTP/1.1 400 Bad Request\r\n"))
        #expect(reply.contains(#""code":"malformed-header""#) && reply.contains("exactly one field 'Host'"))
        #expect(!connection.isOpen)
        #expect(connection.log.entries.map { $0.attributes["charter.refusal"] } == ["malformed-header"])
    }

    @Test("keeps a body from being taken for a request where it is missing")
    func body() throws {
        let connection = try WatchedConnection()
        defer { connection.end() }
        let inner = "GET /v1/ping HTTP/1.1\r\nHost: a\r\n\r\n"
        try connection.receive("POST /v1/ping HTTP/1.1\r\nContent-Length: \(inner.utf8.count)\r\n\r\n\(inner)")
        #expect(try connection.requestParts().isEmpty)
        #expect(try connection.sent().components(separatedBy: "HTTP/1.1 4").count == 2)
    }

    @Test("ends the connection behind what came before, where it is missing")
    func pipelined() throws {
        let connection = try WatchedConnection()
        defer { connection.end() }
        let ping = "GET /v1/ping HTTP/1.1\r\nHost: a\r\n\r\n"
        #expect(throws: (any Error).self) { try connection.receive(ping + "GET /v1/ping HTTP/1.1\r\n\r\n") }
        try connection.answer()
        let reply = try connection.sent()
        #expect(reply.hasPrefix("HTTP/1.1 204 ") && reply.contains("\r\nConnection: close\r\n"))
        #expect(!connection.isOpen)
    }
}
