import HTTPTypes
import NIOCore
import NIOHTTPTypes
import Testing

@testable import CharterServer

/// What becomes of replies that a client does not take at once.
@Suite("Replies that are not sent yet")
struct UnsentReplyTests {
    private static let ping = "GET /v1/ping HTTP/1.1\r\nHost: watched.example\r\n\r\n"

    @Test("a client that takes something within every stretch of the time is kept, however long that takes")
    func steadyReader() throws {
        let connection = try WatchedConnection()
        defer { connection.end() }
        try connection.receive(Self.ping)
        connection.client.stop()
        try connection.answer(bytes: 1_000)
        for _ in 1...20 {
            try connection.pass(59)
            connection.client.take(1)
        }
        #expect(connection.isOpen)
        connection.client.take()
        #expect(try connection.sent().hasSuffix(String(repeating: "x", count: 1_000)))
        #expect(connection.isOpen)
    }

    @Test("a client that takes nothing for the whole time is cut off, be the reply small or large", arguments: [1, 1_000_000])
    func unread(size: Int) throws {
        let connection = try WatchedConnection()
        defer { connection.end() }
        try connection.receive(Self.ping)
        connection.client.stop()
        try connection.answer(bytes: size)
        connection.client.take(10)
        // That it has taken something is seen when it is looked for, a quarter of the time later.
        try connection.pass(74)
        #expect(connection.isOpen)
        try connection.pass(1)
        #expect(!connection.isOpen)
    }

    @Test("what the system holds for a client counts as taken only once the client's has it")
    func travelling() throws {
        for isTaken in [true, false] {
            let connection = try WatchedConnection()
            defer { connection.end() }
            try connection.receive(Self.ping)
            connection.client.travelling = 100
            connection.client.take(0)
            connection.client.stop()
            try connection.answer(bytes: 1_000)
            for _ in 1...10 {
                try connection.pass(30)
                if isTaken { connection.client.travelling -= 1 }
            }
            #expect(connection.isOpen == isTaken)
        }
    }

    @Test("the parts of one reply are not one time: each that is sent ends it")
    func parts() throws {
        let connection = try WatchedConnection()
        defer { connection.end() }
        try connection.receive(Self.ping)
        for _ in 1...10 {
            try connection.pass(3_600)
            connection.client.stop()
            try connection.answer(bytes: 100)
            try connection.pass(50)
            connection.client.take()
            try connection.receive(Self.ping)
        }
        #expect(connection.isOpen)
    }

    @Test("the time of an idle connection begins when the reply is sent, and not when it was made")
    func idle() throws {
        let connection = try WatchedConnection()
        defer { connection.end() }
        try connection.receive(Self.ping)
        connection.client.stop()
        try connection.answer(bytes: 1_000)
        for _ in 1...10 {
            try connection.pass(30)
            connection.client.take(1)
        }
        connection.client.take()
        try connection.pass(74)
        #expect(connection.isOpen)
        try connection.pass(1)
        #expect(!connection.isOpen)
    }

    @Test("a connection on which nothing is asked is closed, without a word")
    func idleFromTheBeginning() throws {
        let connection = try WatchedConnection()
        defer { connection.end() }
        try connection.pass(74)
        #expect(connection.isOpen)
        try connection.pass(1)
        #expect(!connection.isOpen)
        #expect(try connection.sent() == "")
    }

    @Test("the time of the next header does not run before the client has the reply")
    func nextHeader() throws {
        let connection = try WatchedConnection()
        defer { connection.end() }
        try connection.receive(Self.ping)
        connection.client.stop()
        try connection.answer(bytes: 1_000)
        try connection.receive("GET")
        try connection.pass(50)
        connection.client.take()
        try connection.pass(14)
        #expect(connection.isOpen)
        try connection.pass(1)
        #expect(try connection.sent().contains("HTTP/1.1 408 "))
    }

    @Test("a server that shuts down closes a connection once its client has everything, and not before")
    func shutdown() throws {
        for isAnswered in [false, true] {
            let connection = try WatchedConnection()
            defer { connection.end() }
            try connection.receive(Self.ping)
            connection.client.stop()
            if !isAnswered { connection.quiesce() }
            try connection.answer(bytes: 1_000)
            connection.client.take(200)
            if isAnswered { connection.quiesce() }
            for _ in 1...10 {
                try connection.pass(59)
                connection.client.take(10)
            }
            #expect(connection.isOpen)
            #expect(connection.client.closings.isEmpty)
            connection.client.take()
            #expect(!connection.isOpen)
            let reply = try connection.sent()
            #expect(reply.hasSuffix(String(repeating: "x", count: 1_000)))
            #expect(connection.client.closings.map(\.taken) == [reply.utf8.count])
            // A reply that was made before could not say so.
            #expect(reply.contains("\r\nConnection: close\r\n") == !isAnswered)
        }
    }

    @Test("a server that shuts down does not wait for a client that takes nothing")
    func shutdownWithoutReader() throws {
        let connection = try WatchedConnection()
        defer { connection.end() }
        try connection.receive(Self.ping)
        connection.client.stop()
        try connection.answer(bytes: 1_000)
        connection.quiesce()
        try connection.pass(59)
        #expect(connection.isOpen)
        try connection.pass(1)
        #expect(!connection.isOpen)
    }

    @Test("a server that is cancelled waits for nobody")
    func cancellation() throws {
        let connection = try WatchedConnection()
        defer { connection.end() }
        try connection.receive(Self.ping)
        connection.client.stop()
        try connection.answer(bytes: 1_000)
        connection.quiesce()
        #expect(connection.isOpen)
        connection.channel.close(mode: .input, promise: nil)
        #expect(!connection.isOpen)
    }

    @Test("requests that come behind a reply that was said to be the last one are not taken")
    func lastReply() throws {
        let connection = try WatchedConnection()
        defer { connection.end() }
        try connection.receive(Self.ping)
        connection.quiesce()
        connection.channel.writeAndFlush(HTTPResponsePart.head(.init(status: .ok)), promise: nil)
        try connection.receive(Self.ping + Self.ping)
        let parts = try connection.requestParts()
        #expect(parts.count == 2)
        connection.channel.writeAndFlush(HTTPResponsePart.end(nil), promise: nil)
        #expect(!connection.isOpen)
        #expect(try connection.sent().contains("\r\nConnection: close\r\n"))
    }

    @Test("whoever waits for a connection to be closed hears of it")
    func closePromise() throws {
        let connection = try WatchedConnection()
        defer { connection.end() }
        try connection.receive(Self.ping)
        connection.client.stop()
        try connection.answer(bytes: 1_000)
        let ends = [connection.channel.close(mode: .output), connection.channel.close()]
        var count = 0
        for end in ends { end.assumeIsolated().whenComplete { _ in count += 1 } }
        #expect(count == 0)
        connection.client.take()
        #expect(count == 2)
        #expect(connection.client.closings.count == 1)
    }
}
