import CharterRuntime
import HTTPTypes
import Synchronization

/// Notes the host of each request, and leads it to another transport.
final class EchoTransport: HTTPTransport {
    private let next: any HTTPTransport
    private let noted = Mutex<[String]>([])

    init(to next: any HTTPTransport) {
        self.next = next
    }

    /// The hosts of the requests so far.
    var hosts: [String] { noted.withLock { $0 } }

    func send(_ request: HTTPRequest, body: [UInt8]) async throws -> HTTPReply {
        noted.withLock { $0.append(request.authority ?? "") }
        return try await next.send(request, body: body)
    }
}
