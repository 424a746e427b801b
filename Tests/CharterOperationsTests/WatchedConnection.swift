import CharterRuntime
import HTTPTypes
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
        try channel.pipeline.syncOperations.addHandler(ConnectionWatch(limits, refusal))
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
    }

    /// Lets bytes arrive.
    ///
    /// - Throws: what went up the pipeline.
    func receive(_ text: String) throws {
        try channel.writeInbound(ByteBuffer(string: text))
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

    /// What was sent since it was asked last.
    func sent() throws -> String {
        var text = ""
        while let buffer = try channel.readOutbound(as: ByteBuffer.self) { text += String(buffer: buffer) }
        return text
    }

    var isOpen: Bool { channel.isActive }

    /// Ends the connection, if it is open.
    func end() {
        _ = try? channel.finish(acceptAlreadyClosed: true)
    }
}
