import HTTPTypes
import NIOCore
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// Holds a connection to its limits, answers what never becomes a request, and closes nothing before what was answered is sent.
///
/// It reads the clock when something is not whole at once; an alarm is only set where none goes off before, so that a connection on which nothing is slow has one
/// in many seconds.
final class ConnectionWatch: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    let limits: ConnectionLimits
    let refusal: EarlyRefusal
    let queue: any SendQueue
    var arrivals: ArrivalTimes
    var replies: ReplyTimes
    /// The requests that are not answered yet.
    var open = 0
    /// Whether something is not sent yet.
    var isSending = false
    var end = ConnectionEnd()
    var unread = UnreadBody()
    var alarm: (call: Scheduled<Void>, deadline: NIODeadline)?
    var context: ChannelHandlerContext?
    var bytes: ConnectionBytes?

    init(_ limits: ConnectionLimits, _ refusal: EarlyRefusal, queue: any SendQueue = SocketSendQueue()) {
        self.limits = limits
        self.refusal = refusal
        self.queue = queue
        arrivals = ArrivalTimes(limits)
        replies = ReplyTimes(limits)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        let bytes = ConnectionBytes(of: self, queue)
        self.bytes = bytes
        let pipeline = context.pipeline.syncOperations
        do {
            // Only what stands in front of the decoder sees a header before it is whole, and behind this codec nobody sees a second 'Host'.
            try pipeline.addHandler(bytes, position: .first)
            try pipeline.addHandler(HostCheck(), position: .before(try pipeline.handler(type: HTTP1ToHTTPServerCodec.self)))
        } catch {
            context.fireErrorCaught(error)
        }
        if context.channel.isActive { begin(context) }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        alarm?.call.cancel()
        alarm = nil
        self.context = nil
        bytes = nil
    }

    func channelActive(context: ChannelHandlerContext) {
        begin(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        arrivals.end()
        replies.end()
        end.promise?.succeed()
        end.promise = nil
        context.fireChannelInactive()
    }

    func begin(_ context: ChannelHandlerContext) {
        arrivals.answered(at: context.eventLoop.now)
        setAlarm(context)
    }
}

@available(*, unavailable)
extension ConnectionWatch: Sendable {}
