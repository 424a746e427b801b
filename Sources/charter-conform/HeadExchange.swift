import CharterRuntime
import HTTPTypes
import NIOCore
import NIOPosix
import Synchronization

/// A request by HEAD over a connection of its own that is read to its end: what a server sends behind the head of its reply, where nothing may
/// stand (RFC 9110 §9.3.2), an HTTP client passes over.
struct HeadExchange {
    /// How long a server may take that does not close the connection.
    private static let patience = Duration.seconds(5)
    private static let blankLine = Array("\r\n\r\n".utf8)

    private let request: HTTPRequest

    init(_ request: HTTPRequest) {
        self.request = request
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
        let received = try await channel.executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(string: text))
            let received = Received()
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for try await part in inbound { received.add(part) }
                }
                group.addTask { try await Task.sleep(for: Self.patience) }
                try await group.next()
                group.cancelAll()
            }
            return received.bytes
        }
        return try Self.reply(in: received[...])
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

    /// The final reply, whose body is all that stands behind its head.
    private static func reply(in bytes: ArraySlice<UInt8>) throws -> HTTPReply {
        guard let end = bytes.firstRange(of: blankLine) else { throw UnreadableHead(count: bytes.count) }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
        guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }), (100...599).contains(status) else {
            throw UnreadableHead(count: bytes.count)
        }
        // Interim replies stand before the final one (RFC 9110 §15.2).
        if status < 200 { return try reply(in: bytes[end.upperBound...]) }
        var head = HTTPResponse(status: .init(code: status))
        for line in lines.dropFirst() {
            let halves = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard halves.count == 2, let name = HTTPField.Name(String(halves[0])) else { continue }
            let value = halves[1].drop { $0 == " " || $0 == "\t" }
            head.headerFields.append(HTTPField(name: name, value: String(value)))
        }
        return HTTPReply(head: head, body: Array(bytes[end.upperBound...]))
    }
}

/// What has come so far.
private final class Received: Sendable {
    private let collected = Mutex<[UInt8]>([])

    var bytes: [UInt8] { collected.withLock { $0 } }

    func add(_ part: ByteBuffer) {
        collected.withLock { $0 += part.readableBytesView }
    }
}

/// What came was no reply.
struct UnreadableHead: Error, CustomStringConvertible {
    /// How many bytes came.
    let count: Int

    var description: String { count == 0 ? "the server closed the connection" : "\(count) bytes came that are no reply of HTTP/1.1" }
}
