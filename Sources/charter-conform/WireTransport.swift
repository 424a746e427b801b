import CharterClient
import CharterRuntime
import HTTPTypes

/// Sends requests by an HTTP client, and those by HEAD, as far as they go unencrypted, in a way that shows what comes behind the head.
struct WireTransport: HTTPTransport {
    private let client = HTTPClientTransport.shared

    func send(_ request: HTTPRequest, body: [UInt8]) async throws -> HTTPReply {
        guard request.method == .head, request.scheme == "http" else { return try await client.send(request, body: body) }
        return try await HeadExchange(request).reply()
    }
}
