import NIOCore

/// Stands in front of everything else on a connection and says when something has arrived, long before it is a request; behind the last reply, nothing goes on.
final class FirstBytes: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let watch: ConnectionWatch

    init(of watch: ConnectionWatch) {
        self.watch = watch
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard watch.bytesArrived() else { return }
        context.fireChannelRead(data)
    }
}
