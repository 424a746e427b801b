import Foundation
import NIOCore
import NIOPosix

/// A connection to a server of this machine, on which a test says every byte.
package final class RawConnection {
    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    /// What has come, and was not returned yet.
    private var held = ""

    private init(_ inbound: NIOAsyncChannelInboundStream<ByteBuffer>, _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>) {
        self.inbound = inbound.makeAsyncIterator()
        self.outbound = outbound
    }

    /// Opens a connection, and ends it with the body.
    ///
    /// - Parameter room: How many bytes the system takes ahead of the test; nil for as many as it likes to.
    package static func open<Result: Sendable>(
        port: Int,
        room: Int? = nil,
        _ body: (RawConnection) async throws -> Result
    ) async throws -> Result {
        var bootstrap = ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        if let room { bootstrap = bootstrap.channelOption(.socketOption(.so_rcvbuf), value: room) }
        let channel = try await bootstrap.connect(host: "127.0.0.1", port: port) { channel in
            channel.eventLoop.makeCompletedFuture {
                let configuration = NIOAsyncChannel<ByteBuffer, ByteBuffer>.Configuration(isOutboundHalfClosureEnabled: true)
                return try NIOAsyncChannel(wrappingChannelSynchronously: channel, configuration: configuration)
            }
        }
        return try await channel.executeThenClose { inbound, outbound in try await body(RawConnection(inbound, outbound)) }
    }

    /// Whether a server listens.
    package static func isAccepted(port: Int) async -> Bool {
        (try? await open(port: port) { _ in }) != nil
    }

    /// Sends a text.
    package func send(_ text: String) async throws {
        try await outbound.write(ByteBuffer(string: text))
    }

    /// Says that nothing more will be sent.
    package func finish() {
        outbound.finish()
    }

    /// What comes up to a text, and the text.
    ///
    /// - Throws: ``EndedEarly`` where the server closes the connection before.
    package func read(to end: String) async throws -> String {
        while true {
            if let range = held.range(of: end) {
                defer { held.removeSubrange(..<range.upperBound) }
                return String(held[..<range.upperBound])
            }
            guard let buffer = try await inbound.next() else { throw EndedEarly(said: held) }
            held += String(buffer: buffer)
        }
    }

    /// Everything that comes until the server closes the connection.
    package func rest() async throws -> String {
        defer { held = "" }
        while let buffer = try await inbound.next() { held += String(buffer: buffer) }
        return held
    }

    /// The server closed the connection before it had said all.
    package struct EndedEarly: Error {
        let said: String
    }
}
