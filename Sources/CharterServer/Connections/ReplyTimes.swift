import NIOCore

/// Until when a client must have taken something of what it is sent.
///
/// Nobody says when it does: it is looked for now and then. A client that takes something within every `replyTime` is kept, one that takes nothing is given up at
/// most a quarter of that time late.
struct ReplyTimes {
    private let time: TimeAmount
    private var unread: Unread?

    private struct Unread {
        /// The bytes that were taken when it was looked last.
        var taken: Int
        var deadline: NIODeadline
        var look: NIODeadline
    }

    init(_ limits: ConnectionLimits) {
        time = TimeAmount(limits.replyTime)
    }

    /// When to look next; nil where nothing is unsent.
    var next: NIODeadline? { unread?.look }

    /// Notes that something could not be sent at once.
    mutating func begin(taken: @autoclosure () -> Int, at instant: @autoclosure () -> NIODeadline) {
        guard unread == nil else { return }
        let now = instant()
        unread = Unread(taken: taken(), deadline: now + time, look: now + time.quarter)
    }

    /// Notes that all was sent, or that nobody waits for it any more.
    mutating func end() {
        unread = nil
    }

    /// Looks whether the client has taken something.
    ///
    /// - Returns: whether it is to be given up.
    mutating func isOver(taken: @autoclosure () -> Int, at instant: NIODeadline) -> Bool {
        guard var unread, unread.look <= instant else { return false }
        let count = taken()
        if count > unread.taken {
            unread.taken = count
            unread.deadline = instant + time
        } else if unread.deadline <= instant {
            return true
        }
        unread.look = min(instant + time.quarter, unread.deadline)
        self.unread = unread
        return false
    }
}

extension TimeAmount {
    fileprivate var quarter: TimeAmount { .nanoseconds(nanoseconds / 4) }
}
