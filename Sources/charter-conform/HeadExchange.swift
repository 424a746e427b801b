import CharterRuntime
import HTTPTypes
import NIOCore
import NIOPosix

/// A request by HEAD over a connection of its own that is read to its end: what a server sends behind the head of its reply, where nothing may
/// stand (RFC 9110 §9.3.2), an HTTP client passes over.
struct HeadExchange {
    /// The most bytes that are read; more show nothing more.
    private static let room = 1 << 20

    private let request: HTTPRequest
    private let patience: Duration
    private let rest: Duration

    /// Creates an exchange.
    ///
    /// - Parameters:
    ///   - patience: How long the head of the reply may take, as replies to other methods may.
    ///   - rest: How long bytes are waited for behind it, where the server does not close the connection.
    init(_ request: HTTPRequest, patience: Duration = .seconds(60), rest: Duration = .seconds(5)) {
        self.request = request
        self.patience = patience
        self.rest = rest
    }

    /// - Throws: ``UnreadableHead`` where no reply comes, and what keeps a connection from being made.
    func reply() async throws -> HTTPReply {
        let (host, port) = place
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(.seconds(10))
            .connect(host: host, port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(string: text))
            let received = ReceivedHead()
            let isLate = try await withThrowingTaskGroup(of: Bool.self) { group in
                defer { group.cancelAll() }
                group.addTask {
                    for try await part in inbound {
                        received.add(part.readableBytesView)
                        if received.bytes.count >= Self.room { break }
                    }
                    return false
                }
                group.addTask { [patience] in
                    try await Task.sleep(for: patience)
                    return true
                }
                group.addTask { [rest] in
                    await received.whole()
                    try await Task.sleep(for: rest)
                    return false
                }
                return try await group.next() ?? false
            }
            guard let reply = received.reply else { throw UnreadableHead(count: received.bytes.count, isLate: isLate) }
            return reply
        }
    }

    /// The request as it goes over the wire (RFC 9112 §3).
    private var text: String {
        let fields = request.headerFields.map { "\($0.name.rawName): \($0.value)\r\n" }.joined()
        return "HEAD \(request.path ?? "/") HTTP/1.1\r\nHost: \(request.authority ?? "")\r\nConnection: close\r\n\(fields)\r\n"
    }

    /// Host and port of the server.
    private var place: (host: String, port: Int) {
        let authority = request.authority ?? ""
        guard authority.hasPrefix("["), let end = authority.firstIndex(of: "]") else {
            let parts = authority.split(separator: ":", maxSplits: 1).map(String.init)
            return (parts.first ?? "", parts.dropFirst().first.flatMap { Int($0) } ?? 80)
        }
        let host = authority[authority.index(after: authority.startIndex)..<end]
        return (String(host), Int(authority[authority.index(after: end)...].dropFirst()) ?? 80)
    }
}
