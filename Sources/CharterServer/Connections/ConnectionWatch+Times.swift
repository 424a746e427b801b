import NIOCore

extension ConnectionWatch {
    /// The earliest instant at which something is late, or to be looked at.
    private var next: NIODeadline? {
        guard let reply = replies.next else { return arrivals.next }
        return arrivals.next.map { min($0, reply) } ?? reply
    }

    func setAlarm(_ context: ChannelHandlerContext) {
        guard let next else { return }
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
        if let bytes, replies.isOver(taken: bytes.taken, at: now) { return close(context) }
        guard let deadline = arrivals.next, deadline <= now else { return }
        switch arrivals.arriving {
        case .header: refuse(.requestTimeout(after: limits.headerTime, until: "its header has arrived"), context)
        case .body where open > 0:
            // Whoever reads the body answers.
            arrivals.end()
            end.isEnding = true
            context.fireErrorCaught(SlowBody(limit: limits.bodyTime))
        // A request that was answered without its body is not read to its end.
        case .body, .idle, .rest: close(context)
        case .nothing, .waitingBody: break
        }
    }
}
