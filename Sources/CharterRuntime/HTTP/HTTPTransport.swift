import HTTPTypes

/// Sends one request and returns its reply: over a socket, or straight into a server in the same process.
public protocol HTTPTransport: Sendable {
    /// Sends a request whose scheme, authority and path are set, with its body.
    ///
    /// - Throws: whatever kept the reply from arriving; an HTTP error status is a reply like any other.
    func send(_ request: HTTPRequest, body: [UInt8]) async throws -> HTTPReply
}

/// A whole reply, read to its end.
public struct HTTPReply: Sendable {
    /// The status and the header fields.
    public var head: HTTPResponse
    /// The bytes of the body.
    public var body: [UInt8]

    /// Creates a reply.
    public init(head: HTTPResponse, body: [UInt8]) {
        self.head = head
        self.body = body
    }
}
