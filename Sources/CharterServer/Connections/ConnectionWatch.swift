import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Holds a connection to its limits, and answers what never becomes a request.
///
/// It reads the clock when something begins; an alarm is only set where none goes off before, so that a connection on which nothing is slow has one in many seconds.
final class ConnectionWatch: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limits: ConnectionLimits
    private let refusal: EarlyRefusal
    private var times: ArrivalTimes
    /// The requests that are not answered yet.
    private var open = 0
    /// Whether the next reply is the last one.
    private var isEnding = false
    /// Whether the last reply was sent.
    private var isLast = false
    private var alarm: (call: Scheduled<Void>, deadline: NIODeadline)?
    private var context: ChannelHandlerContext?

    init(_ limits: ConnectionLimits, _ refusal: EarlyRefusal) {
        self.limits = limits
        self.refusal = refusal
        times = ArrivalTimes(limits)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        // Only what stands in front of the decoder sees a header before it is whole.
        do {
            try context.pipeline.syncOperations.addHandler(FirstBytes(of: self), position: .first)
        } catch {
            context.fireErrorCaught(error)
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        alarm?.call.cancel()
        alarm = nil
        self.context = nil
    }

    /// Notes that something has arrived, be it not a whole header.
    ///
    /// - Returns: whether it is to be read.
    func bytesArrived() -> Bool {
        guard let context, !isLast else { return false }
        if !isEnding, times.bytesArrived(at: context.eventLoop.now) { setAlarm(context) }
        return true
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            open += 1
            times.headerArrived(at: context.eventLoop.now)
        case .body: break
        case .end: times.end()
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        // Most requests are whole when this is called, and need no alarm.
        setAlarm(context)
        context.fireChannelReadComplete()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .end = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
        open -= 1
        guard isEnding, open == 0 else { return context.write(data, promise: promise) }
        context.writeAndFlush(data, promise: promise)
        linger(context)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        times.note(isReading: context.channel.isWritable, at: context.eventLoop.now)
        setAlarm(context)
        context.fireChannelWritabilityChanged()
    }

    /// Answers a header that cannot be read.
    ///
    /// Where an earlier request is not answered yet, this reply would be taken for that one's: whoever answers it is told, and closes the connection.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let fault = error as? HTTPParserError else { return context.fireErrorCaught(error) }
        if open > 0 {
            isEnding = true
            times.end()
            context.fireErrorCaught(error)
        } else if !isEnding {
            refuse(fault == .headerOverflow ? .headerTooLarge(limits) : .malformedHeader, context)
        }
    }

    private func setAlarm(_ context: ChannelHandlerContext) {
        guard let next = times.next else { return }
        if let alarm, alarm.deadline <= next { return }
        alarm?.call.cancel()
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        let call = context.eventLoop.scheduleTask(deadline: next) {
            let (watch, context) = bound.value
            watch.alarm = nil
            watch.look(context)
            watch.setAlarm(context)
        }
        alarm = (call, next)
    }

    /// Looks for what is late.
    private func look(_ context: ChannelHandlerContext) {
        let now = context.eventLoop.now
        if let unread = times.unread, unread <= now { return close(context) }
        switch times.arriving {
        case .header(let deadline) where deadline <= now:
            // Who waits for a reply has time for the next header until it is there.
            guard open == 0 else { return times.beginHeader(at: now) }
            refuse(.requestTimeout(after: limits.headerTime, until: "its header has arrived"), context)
        case .body(let deadline) where deadline <= now:
            times.end()
            isEnding = true
            // Whoever reads the body answers; a request that was answered without it is not read to its end.
            if open > 0 { context.fireErrorCaught(SlowBody(limit: limits.bodyTime)) } else { close(context) }
        case .rest(let deadline) where deadline <= now: close(context)
        case .nothing, .header, .body, .rest: break
        }
    }

    /// Answers, and closes the connection.
    private func refuse(_ refusal: Refusal, _ context: ChannelHandlerContext) {
        isEnding = true
        guard let (head, body) = self.refusal.reply(refusal) else { return close(context) }
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(body)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        linger(context)
    }

    /// Sends nothing more, and closes the connection once the client has had time to read.
    private func linger(_ context: ChannelHandlerContext) {
        isLast = true
        times.linger(from: context.eventLoop.now)
        setAlarm(context)
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        // Not every channel can be closed by halves.
        context.close(mode: .output).whenFailure { _ in
            let (watch, context) = bound.value
            watch.close(context)
        }
    }

    private func close(_ context: ChannelHandlerContext) {
        times.close()
        context.close(promise: nil)
    }
}

@available(*, unavailable)
extension ConnectionWatch: Sendable {}
