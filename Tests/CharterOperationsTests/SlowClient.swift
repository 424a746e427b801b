import NIOCore

@testable import CharterServer

/// The far end of a connection: a client that takes as many bytes as the test says.
final class SlowClient: ChannelOutboundHandler, SendQueue {
    typealias OutboundIn = IOData
    typealias OutboundOut = IOData

    /// How the connection was closed so far, and how much the client had taken by then.
    private(set) var closings: [(mode: CloseMode, taken: Int)] = []
    /// How much the client's side has not acknowledged of what the system took.
    var travelling = 0
    private var room = Int.max
    private var taken = 0
    private var held: [(buffer: ByteBuffer, promise: EventLoopPromise<Void>?)] = []
    private var context: ChannelHandlerContext?

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
    }

    /// Takes nothing from now on.
    func stop() {
        room = 0
    }

    /// Takes some more bytes; all that come, by default.
    func take(_ count: Int = .max) {
        room = room > .max - count ? .max : room + count
        if let context { pass(context) }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .byteBuffer(let buffer) = unwrapOutboundIn(data) else { preconditionFailure("servers send bytes") }
        held.append((buffer, promise))
    }

    func flush(context: ChannelHandlerContext) {
        pass(context)
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        closings.append((mode, taken))
        context.close(mode: mode, promise: promise)
    }

    func waiting(on channel: any Channel) -> Int {
        held.reduce(0) { $0 + $1.buffer.readableBytes }
    }

    func travelling(on channel: any Channel) -> Int {
        travelling
    }

    private func pass(_ context: ChannelHandlerContext) {
        while let (buffer, promise) = held.first {
            let count = min(room, buffer.readableBytes)
            guard count > 0 || buffer.readableBytes == 0 else { return }
            taken += count
            if room < .max { room -= count }
            if count == buffer.readableBytes {
                held.removeFirst()
                context.writeAndFlush(wrapOutboundOut(.byteBuffer(buffer)), promise: promise)
            } else {
                let part = held[0].buffer.readSlice(length: count) ?? ByteBuffer()
                context.writeAndFlush(wrapOutboundOut(.byteBuffer(part)), promise: nil)
            }
        }
    }
}
