import NIOCore
import NIOPosix
import Testing

@testable import CharterServer

/// What a socket says of bytes that are under way.
@Suite("Bytes under way", .timeLimit(.minutes(2)))
struct SendQueueTests {
    /// The far side of connections: reads nothing before it is told to.
    private static func connect(_ body: @Sendable (_ server: any Channel, _ client: any Channel) async throws -> Void) async throws {
        let (accepted, accept) = AsyncStream.makeStream(of: (any Channel).self)
        let listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { channel in
                accept.yield(channel)
                return channel.eventLoop.makeSucceededVoidFuture()
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let client = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .channelOption(.autoRead, value: false)
            .channelOption(.socketOption(.so_rcvbuf), value: 16_384)
            .connect(to: try #require(listener.localAddress)).get()
        for await server in accepted {
            try await body(server, client)
            try await server.close()
            break
        }
        try? await client.close()
        try await listener.close()
    }

    private static func waiting(_ channel: any Channel) async throws -> Int {
        try await channel.eventLoop.submit { SocketSendQueue().waiting(on: channel) }.get()
    }

    private static func travelling(_ channel: any Channel) async throws -> Int {
        try await channel.eventLoop.submit { SocketSendQueue().travelling(on: channel) }.get()
    }

    @Test("are those that wait, and those that the client's side has not acknowledged, until it reads")
    func unread() async throws {
        try await Self.connect { server, client in
            #expect(try await Self.waiting(server) == 0)
            #expect(try await Self.travelling(server) == 0)
            let size = 16_000_000
            let sent: EventLoopFuture<Void> = server.writeAndFlush(ByteBuffer(repeating: 0, count: size))
            let waiting = try await Self.waiting(server)
            let travelling = try await Self.travelling(server)
            #expect(waiting > 0 && waiting < size)
            #expect(travelling > 0)
            try await client.setOption(.autoRead, value: true).get()
            try await sent.get()
            #expect(try await Self.waiting(server) == 0)
            // The last acknowledgement comes when it comes: the time limit is the test's.
            while try await Self.travelling(server) > 0 { await Task.yield() }
        }
    }
}
