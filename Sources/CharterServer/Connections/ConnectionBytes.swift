import NIOCore

/// Stands in front of everything else on a connection, where requests and replies are bytes: says when something has arrived, long before it is a request, and how
/// much of the replies was taken.
///
/// Behind the last reply, nothing goes on.
final class ConnectionBytes: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundIn = IOData
    typealias OutboundOut = IOData

    private let watch: ConnectionWatch
    private let queue: any SendQueue
    private var written = 0
    private var context: ChannelHandlerContext?

    init(of watch: ConnectionWatch, _ queue: any SendQueue) {
        self.watch = watch
        self.queue = queue
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard watch.bytesArrived(unwrapInboundIn(data).readableBytes) else { return }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        written += unwrapOutboundIn(data).readableBytes
        context.write(data, promise: promise)
    }

    func flush(context: ChannelHandlerContext) {
        context.flush()
        watch.bytesSent()
    }

    /// Whether the system has taken all that was written.
    var areSent: Bool {
        context.map { queue.waiting(on: $0.channel) == 0 } ?? true
    }

    /// The bytes that the client has taken; grows as long as it reads.
    var taken: Int {
        context.map { written - queue.waiting(on: $0.channel) - queue.travelling(on: $0.channel) } ?? written
    }

    /// Ends when the system has taken what was written so far, or never will.
    func sent() -> EventLoopFuture<Void>? {
        guard let context else { return nil }
        // What is written is done in its order: a text without letters is when everything before it is.
        let promise = context.eventLoop.makePromise(of: Void.self)
        context.writeAndFlush(wrapOutboundOut(.byteBuffer(ByteBuffer())), promise: promise)
        return promise.futureResult
    }
}

@available(*, unavailable)
extension ConnectionBytes: Sendable {}
