import CharterRuntime
import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOEmbedded
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

@testable import CharterServer

/// A connection without a socket, held to limits, on which time passes when the test says so.
struct WatchedConnection {
    let channel = EmbeddedChannel()
    let log = RecordingLog()
    let client = SlowClient()

    init(_ limits: ConnectionLimits = ConnectionLimits(), api: APIDescription = .watched()) throws {
        let refusal = EarlyRefusal(
            api,
            clock: AdjustableClock(at: WatchedServer.start),
            logger: Logger(label: "watched") { [log] _ in log }
        )
        var decoder = NIOHTTPDecoderLimitConfiguration()
        decoder.maxHeaderFieldSize = limits.fieldSize
        decoder.maxHeaderListSize = limits.headerSize
        decoder.maxHeaderFieldCount = limits.fieldCount
        try channel.pipeline.syncOperations.configureHTTPServerPipeline(
            withPipeliningAssistance: false,
            withErrorHandling: false,
            withEncoderConfiguration: .init(),
            withDecoderLimitConfiguration: decoder
        )
        try channel.pipeline.syncOperations.addHandler(HTTP1ToHTTPServerCodec(secure: false))
        try channel.pipeline.syncOperations.addHandler(ConnectionWatch(limits, refusal, queue: client))
        try channel.pipeline.syncOperations.addHandler(HTTPConnectionStateHandler(logger: Logger(label: "watched") { [log] _ in log }))
        try channel.pipeline.syncOperations.addHandler(client, position: .first)
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    }

    /// Lets bytes arrive.
    ///
    /// - Parameter readsOn: Whether the server is ready for more.
    /// - Throws: what went up the pipeline.
    func receive(_ text: String, readsOn: Bool = true) throws {
        try channel.writeInbound(ByteBuffer(string: text))
        if readsOn { channel.read() }
    }

    /// Lets time pass.
    ///
    /// - Throws: what went up the pipeline.
    func pass(_ seconds: Int64) throws {
        channel.embeddedEventLoop.advanceTime(by: .seconds(seconds))
        try channel.throwIfErrorCaught()
    }

    /// Answers a request.
    func answer() throws {
        try channel.writeOutbound(HTTPResponsePart.head(.init(status: .noContent)))
        try channel.writeOutbound(HTTPResponsePart.end(nil))
    }

    /// Answers a request with so many bytes of a body.
    func answer(bytes: Int) throws {
        channel.write(HTTPResponsePart.head(.init(status: .ok, headerFields: [.contentLength: "\(bytes)"])), promise: nil)
        channel.write(HTTPResponsePart.body(ByteBuffer(repeating: UInt8(ascii: "x"), count: bytes)), promise: nil)
        channel.writeAndFlush(HTTPResponsePart.end(nil), promise: nil)
        try channel.throwIfErrorCaught()
    }

    /// Tells the connection that the server shuts down.
    func quiesce() {
        channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
    }

    /// Has the client say that it will send nothing more, as one does that leaves.
    func leave() {
        channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
    }

    /// What was sent since it was asked last.
    func sent() throws -> String {
        var text = ""
        while let buffer = try channel.readOutbound(as: ByteBuffer.self) { text += String(buffer: buffer) }
        return text
    }

    /// What has reached whoever answers requests, since it was asked last.
    func requestParts() throws -> [HTTPRequestPart] {
        var parts: [HTTPRequestPart] = []
        while let part = try channel.readInbound(as: HTTPRequestPart.self) { parts.append(part) }
        return parts
    }

    var isOpen: Bool { channel.isActive }

    /// Ends the connection, if it is open.
    func end() {
        client.take()
        _ = try? channel.finish(acceptAlreadyClosed: true)
    }
}
