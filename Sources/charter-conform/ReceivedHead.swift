import CharterRuntime
import HTTPTypes
import Synchronization

/// What has come of a reply to HEAD so far.
final class ReceivedHead: Sendable {
    private static let blankLine = Array("\r\n\r\n".utf8)

    private let collected = Mutex<[UInt8]>([])
    private let (heads, head) = AsyncStream.makeStream(of: Void.self)

    /// All bytes.
    var bytes: [UInt8] { collected.withLock { $0 } }

    /// The final reply, whose body is all that stands behind its head; nil where there is no whole head of HTTP/1.1.
    var reply: HTTPReply? { Self.reply(in: bytes[...]) }

    func add(_ part: some Sequence<UInt8>) {
        let isWhole = collected.withLock { bytes in
            // What stands before was looked at, but for the beginning of a blank line.
            let known = max(0, bytes.count - Self.blankLine.count + 1)
            bytes += part
            return bytes[known...].firstRange(of: Self.blankLine) != nil
        }
        if isWhole, reply != nil { head.yield() }
    }

    /// Ends when the whole head is there, or the task is cancelled.
    func whole() async {
        for await _ in heads { return }
    }

    private static func reply(in bytes: ArraySlice<UInt8>) -> HTTPReply? {
        guard let end = bytes.firstRange(of: blankLine) else { return nil }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
        guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }), (100...599).contains(status) else {
            return nil
        }
        // Interim replies stand before the final one (RFC 9110 §15.2).
        if status < 200 { return reply(in: bytes[end.upperBound...]) }
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
