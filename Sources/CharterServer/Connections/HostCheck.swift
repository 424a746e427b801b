import NIOCore
import NIOHTTP1

/// Lets no request of HTTP/1.1 pass but with exactly one `Host` (RFC 9112 §3.2): with two, a proxy and the server could each take another one for true.
final class HostCheck: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart

    private var isOver = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        // Whatever comes behind such a header belongs to it.
        guard !isOver else { return }
        if case .head(let head) = unwrapInboundIn(data), (head.version.major, head.version.minor) >= (1, 1), head.hostCount != 1 {
            isOver = true
            return context.fireErrorCaught(HostFault())
        }
        context.fireChannelRead(data)
    }
}

/// A request of HTTP/1.1 has no `Host`, or more than one.
struct HostFault: Error {}

@available(*, unavailable)
extension HostCheck: Sendable {}

extension HTTPRequestHead {
    fileprivate var hostCount: Int {
        headers.reduce(0) { $1.name.utf8.count == 4 && $1.name.lowercased() == "host" ? $0 + 1 : $0 }
    }
}
