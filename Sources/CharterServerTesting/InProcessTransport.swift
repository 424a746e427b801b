import CharterRuntime
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded

/// Leads requests into a Hummingbird router in the same process, without a socket.
public struct InProcessTransport: HTTPTransport {
    private let respond: @Sendable (Request, SocketAddress?) async throws -> Response
    private var address: SocketAddress?

    /// Creates a transport into a router, as it is now: routes that are added later are not reached.
    ///
    /// - Parameters:
    ///   - router: The router to lead requests into.
    ///   - logger: Where the server logs; nowhere by default.
    public init<Context: RequestContext>(
        router: Router<Context>,
        logger: Logger = Logger(label: "in-process") { _ in SwiftLogNoOpLogHandler() }
    ) where Context.Source == ApplicationRequestContextSource {
        self.init(responder: router.buildResponder(), logger: logger)
    }

    /// Creates a transport into a responder, such as that of an application.
    ///
    /// - Parameters:
    ///   - responder: What answers the requests.
    ///   - logger: Where the server logs; nowhere by default.
    public init<Responder: HTTPResponder>(
        responder: Responder,
        logger: Logger = Logger(label: "in-process") { _ in SwiftLogNoOpLogHandler() }
    ) where Responder.Context: RequestContext, Responder.Context.Source == ApplicationRequestContextSource {
        respond = { request, address in
            var logger = logger
            logger[metadataKey: "hb.request.id"] = "\(RequestID())"
            let channel = NIOAsyncTestingChannel()
            channel.remoteAddress = address
            let source = ApplicationRequestContextSource(channel: channel, logger: logger)
            return try await responder.respond(to: request, context: Responder.Context(source: source))
        }
    }

    /// The same way from a network address, for limits that count by it; without one, the router's contexts know none.
    ///
    /// - Precondition: `address` is an IPv4 or IPv6 address.
    public func from(_ address: String) -> InProcessTransport {
        var transport = self
        transport.address = try? SocketAddress(ipAddress: address, port: 49_152)
        precondition(transport.address != nil, "'\(address)' is no IP address")
        return transport
    }

    /// Sends a request to the router and returns its reply.
    ///
    /// A body is announced by `Content-Length`, unless the request says `Transfer-Encoding`.
    ///
    /// - Throws: what the body of the reply throws while it is written; an error of the router is a reply of status 500, as a
    ///   server would send it.
    public func send(_ request: HTTPRequest, body: [UInt8]) async throws -> HTTPReply {
        var head = request
        if !body.isEmpty, !head.headerFields.contains(.contentLength), !head.headerFields.contains(.transferEncoding) {
            head.headerFields[.contentLength] = String(body.count)
        }
        let incoming = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body)))
        let response = (try? await respond(incoming, address)) ?? Response(status: .internalServerError)
        let writer = BodyCollector()
        try await response.body.write(writer)
        return HTTPReply(head: response.head, body: writer.bytes)
    }
}
