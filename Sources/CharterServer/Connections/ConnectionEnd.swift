import NIOCore

/// How far a connection has come to its end.
struct ConnectionEnd {
    /// Whether the server shuts down.
    var isQuiescing = false
    /// Whether nothing more can be read of the client's requests.
    var isEnding = false
    /// Whether the client was told that the reply is the last one.
    var isAnnounced = false
    /// Whether the last reply is sent before its request is whole, of which too much is left to be read.
    var isEarly = false
    /// Whether requests came behind what was announced to be the last one.
    var isDeaf = false
    /// Whether the last reply was written: nothing is taken, and nothing sent behind it.
    var isLast = false
    /// Whether whoever serves the connection was cancelled.
    var isCancelled = false
    /// How the connection is to be closed once all is sent; nil where it is not, or was.
    var mode: CloseMode?
    /// Kept when the connection is closed.
    var promise: EventLoopPromise<Void>?

    /// The bytes that were thrown away behind the last reply.
    var thrownAway = 0

    /// How much is thrown away at most, in bytes: clients that send all before they read may then still read their reply.
    ///
    /// Who sends more is not listened to, and has the reply if they look for it before the connection is closed.
    private static let mostThrownAway = 1_048_576

    /// Whether the next reply is the last one.
    var isNear: Bool { isEnding || isQuiescing }

    /// Whether what the client sends is taken, be it to be thrown away.
    var isRead: Bool { !isLast || thrownAway < Self.mostThrownAway }

    /// Has a further promise kept.
    mutating func add(_ further: EventLoopPromise<Void>?) {
        guard let further else { return }
        if let promise { promise.futureResult.cascade(to: further) } else { promise = further }
    }
}
