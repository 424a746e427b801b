import NIOCore
import NIOPosix

/// A server that says the same bytes to whatever is asked.
struct AnsweringServer {
    let reply: [UInt8]
    /// Whether it closes a connection when it has answered.
    var closes = true

    /// Listens while the body runs, which is given the port.
    func serve<Result: Sendable>(_ body: @escaping @Sendable (_ port: Int) async throws -> Result) async throws -> Result {
        let server = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .bind(host: "127.0.0.1", port: 0) { channel in
                channel.eventLoop.makeCompletedFuture { try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel) }
            }
        return try await server.executeThenClose { clients in
            try await withThrowingTaskGroup(of: Result?.self) { group in
                defer { group.cancelAll() }
                group.addTask {
                    try await withThrowingDiscardingTaskGroup { answers in
                        for try await client in clients { answers.addTask { try? await answer(client) } }
                    }
                    return nil
                }
                group.addTask { try await body(server.channel.localAddress?.port ?? 0) }
                while let result = try await group.next() {
                    if let result { return result }
                }
                throw CancellationError()
            }
        }
    }

    private func answer(_ client: NIOAsyncChannel<ByteBuffer, ByteBuffer>) async throws {
        try await client.executeThenClose { inbound, outbound in
            var request = ""
            for try await part in inbound {
                request += String(buffer: part)
                if request.contains("\r\n\r\n") { break }
            }
            try await outbound.write(ByteBuffer(bytes: reply))
            if !closes { try await Task.sleep(for: .seconds(3_600)) }
        }
    }
}
