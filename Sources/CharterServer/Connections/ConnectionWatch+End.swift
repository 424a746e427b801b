import NIOCore
import NIOHTTPTypes

extension ConnectionWatch {
    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        switch mode {
        case .input:
            // Whoever serves the connection was cancelled, and waits for nothing.
            end.isCancelled = true
            guard end.isLast else { return context.close(mode: .input, promise: promise) }
            end.add(promise)
            close(context)
        case .output, .all: finish(mode, promise, context)
        }
    }

    /// Takes and sends nothing more, and closes the connection once all is sent.
    func finish(_ mode: CloseMode, _ promise: EventLoopPromise<Void>?, _ context: ChannelHandlerContext) {
        guard !end.isCancelled, context.channel.isActive else { return context.close(mode: mode, promise: promise) }
        end.add(promise)
        let isKnown = end.isLast
        end.isLast = true
        if end.mode != .all { end.mode = mode }
        guard !isKnown, !isSending else { return }
        close(mode, context)
    }

    func close(_ mode: CloseMode, _ context: ChannelHandlerContext) {
        // A client that still sends is told so first, and has time to read.
        guard mode == .output || arrivals.isUnderWay else { return close(context) }
        end.mode = nil
        arrivals.linger(from: context.eventLoop.now)
        setAlarm(context)
        context.read()
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        // Not every channel can be closed by halves.
        context.close(mode: .output).whenFailure { _ in
            let (watch, context) = bound.value
            watch.close(context)
        }
    }

    func close(_ context: ChannelHandlerContext) {
        arrivals.end()
        replies.end()
        let promise = end.promise
        end.promise = nil
        context.close(promise: promise)
    }

    /// Answers, and closes the connection.
    func refuse(_ refusal: Refusal, _ context: ChannelHandlerContext) {
        guard !end.isLast else { return }
        end.isEnding = true
        // Who has left is told nothing, but the log is.
        guard let (head, body) = self.refusal.reply(refusal), context.channel.isActive else { return close(context) }
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(body)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        finish(.output, nil, context)
    }
}
