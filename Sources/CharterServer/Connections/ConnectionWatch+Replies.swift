import HTTPTypes
import NIOCore
import NIOHTTPTypes

extension ConnectionWatch {
    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !end.isLast else {
            promise?.fail(ChannelError.outputClosed)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(var head) where open == 1 && isLast(head):
            end.isAnnounced = true
            head.headerFields[.connection] = "close"
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .head, .body: context.write(data, promise: promise)
        case .end:
            open -= 1
            context.write(data, promise: promise)
            // Where the server shuts down, what counts its requests closes the connection.
            guard open == 0, end.isEnding || end.isEarly else { return }
            context.flush()
            finish(.output, nil, context)
        }
    }

    /// Whether the reply to the last request that has come is that of the connection.
    private func isLast(_ head: HTTPResponse) -> Bool {
        guard head.status.kind != .informational else { return false }
        end.isEarly = arrivals.isBody && unread.isLong
        return end.isNear || end.isEarly
    }

    /// Notes that bytes were handed to the system, as far as it took them.
    func bytesSent() {
        guard let context, let bytes else { return }
        guard bytes.areSent else {
            replies.begin(taken: bytes.taken, at: context.eventLoop.now)
            setAlarm(context)
            return awaitBytes(bytes, context)
        }
        isSending = false
        replies.end()
        if open == 0, !end.isLast {
            arrivals.answered(at: context.eventLoop.now)
            setAlarm(context)
        }
        if let mode = end.mode { close(mode, context) }
    }

    private func awaitBytes(_ bytes: ConnectionBytes, _ context: ChannelHandlerContext) {
        guard !isSending, let sent = bytes.sent() else { return }
        isSending = true
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        sent.whenSuccess {
            bound.value.isSending = false
            bound.value.bytesSent()
        }
    }
}
