public import AsyncHTTPClient
public import CharterRuntime
public import HTTPTypes
import NIOCore
import NIOHTTP1

/// Sends requests over the network with AsyncHTTPClient.
public struct HTTPClientTransport: HTTPTransport {
    /// A transport for the whole process: it follows no redirects, allows 60 seconds and takes bodies up to 16 MiB.
    public static let shared = HTTPClientTransport(client: HTTPClient(configuration: withoutRedirects))

    /// AsyncHTTPClient's default settings, except that redirects are not followed.
    ///
    /// A client that follows them sends header fields such as `X-API-Key` to whatever host the server names; it takes away no more
    /// than `Authorization` and cookies.
    public static var withoutRedirects: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration.singletonConfiguration
        configuration.redirectConfiguration = .disallow
        // A server that is not there is told at once, not when the time is over; whoever calls may try again.
        configuration.connectionPool.retryConnectionEstablishment = false
        return configuration
    }

    private let client: HTTPClient
    private let timeout: Duration
    private let maximumBodySize: Int

    /// Creates a transport.
    ///
    /// - Parameters:
    ///   - client: What connects; it is not shut down by the transport. Configure it from ``withoutRedirects``.
    ///   - timeout: How long a request and its whole reply may take.
    ///   - maximumBodySize: The largest body of a reply, in bytes.
    public init(client: HTTPClient, timeout: Duration = .seconds(60), maximumBodySize: Int = 16 << 20) {
        self.client = client
        self.timeout = timeout
        self.maximumBodySize = maximumBodySize
    }

    /// Sends a request and reads the reply to its end.
    ///
    /// - Throws: ``RequestTimedOut``, ``ReplyTooLarge``, `CancellationError`, or what AsyncHTTPClient throws.
    public func send(_ request: HTTPRequest, body: [UInt8]) async throws -> HTTPReply {
        let message = HTTPClientRequest(request, body: body)
        return try await withThrowingTaskGroup(of: HTTPReply.self) { group in
            defer { group.cancelAll() }
            group.addTask { try await exchange(message) }
            group.addTask {
                // The client's own deadline ends with the head of the reply; a body may drip for ever.
                try await Task.sleep(for: timeout)
                throw RequestTimedOut(timeout: timeout)
            }
            guard let reply = try await group.next() else { throw CancellationError() }
            return reply
        }
    }

    private func exchange(_ message: HTTPClientRequest) async throws -> HTTPReply {
        let response = try await client.execute(message, deadline: .distantFuture)
        var body: [UInt8] = []
        // A stated length saves the copies of a body that grows. It may be wrong, and reserves no more than is allowed.
        let stated = response.headers.first(name: "Content-Length").flatMap(Int.init) ?? 0
        body.reserveCapacity(min(max(stated, 0), maximumBodySize))
        for try await part in response.body {
            guard body.count + part.readableBytes <= maximumBodySize else { throw ReplyTooLarge(maximumBodySize: maximumBodySize) }
            body.append(contentsOf: part.readableBytesView)
        }
        // A cancelled body ends early and without an error.
        try Task.checkCancellation()
        return HTTPReply(head: HTTPResponse(response), body: body)
    }
}
