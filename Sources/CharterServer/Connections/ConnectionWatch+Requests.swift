import NIOCore
import NIOHTTP1
import NIOHTTPTypes

extension ConnectionWatch {
    /// Notes that something has arrived, be it not a whole header.
    ///
    /// - Returns: whether it is to be read.
    func bytesArrived(_ count: Int) -> Bool {
        guard context != nil, !end.isLast else {
            end.thrownAway += count
            return false
        }
        if !end.isEnding { arrivals.bytesArrived() }
        return true
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !end.isDeaf else { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            // Who was told that this is the last reply sends the request again elsewhere (RFC 9112 §9.6).
            guard !end.isAnnounced, !end.isLast else { return end.isDeaf = true }
            open += 1
            unread.begin(head)
            arrivals.headerArrived()
        case .body(let part): unread.arrive(part.readableBytes)
        case .end: arrivals.end()
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        arrivals.readEnded(isAnswered: open == 0 && !isSending, at: context.eventLoop.now)
        setAlarm(context)
        context.fireChannelReadComplete()
        // What comes behind the last reply is thrown away, whether anybody behind this reads or not.
        if end.isLast, end.isRead { context.read() }
    }

    func read(context: ChannelHandlerContext) {
        guard end.isRead else { return }
        arrivals.readBegan(at: context.eventLoop.now)
        setAlarm(context)
        context.read()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent { end.isQuiescing = true }
        context.fireUserInboundEventTriggered(event)
    }

    /// Answers a header that cannot be read.
    ///
    /// Where an earlier request is not answered yet, this reply would be taken for that one's: whoever answers it is told, and closes the connection. What was
    /// answered before it was whole has its reply.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard error is HTTPParserError || error is HostFault else { return context.fireErrorCaught(error) }
        guard !end.isEnding, !end.isLast else { return }
        end.isEnding = true
        if open > 0 {
            arrivals.end()
            // The one kind of fault that whoever answers knows to end the connection.
            context.fireErrorCaught(error as? HTTPParserError ?? .invalidHeaderToken)
        } else if arrivals.isBody {
            finish(.all, nil, context)
        } else {
            switch error {
            case HTTPParserError.headerOverflow: refuse(.headerTooLarge(limits), context)
            case HTTPParserError.invalidEOFState: refuse(.incompleteHeader, context)
            case is HostFault: refuse(.hostless, context)
            default: refuse(.malformedHeader, context)
            }
        }
    }
}
