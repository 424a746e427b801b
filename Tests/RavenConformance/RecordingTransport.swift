import CharterRuntime
import HTTPTypes
import Synchronization

/// A transport that keeps what was sent through it.
final class RecordingTransport: HTTPTransport {
    private let inner: any HTTPTransport
    private let sent = Mutex<[(head: HTTPRequest, body: [UInt8])]>([])

    init(_ inner: any HTTPTransport) {
        self.inner = inner
    }

    func send(_ request: HTTPRequest, body: [UInt8]) async throws -> HTTPReply {
        sent.withLock { $0.append((request, body)) }
        return try await inner.send(request, body: body)
    }

    /// The last request.
    var last: (head: HTTPRequest, body: JSONValue?)? {
        sent.withLock { $0.last }.map { ($0.head, try? JSONCoding.decode(JSONValue.self, from: $0.body)) }
    }

    /// The value of a header field of the last request.
    subscript(name: String) -> String? {
        HTTPField.Name(name).flatMap { last?.head.headerFields[$0] }
    }

    var count: Int { sent.withLock { $0.count } }
}
