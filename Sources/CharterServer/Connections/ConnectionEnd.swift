import NIOCore

/// How far a connection has come to its end.
struct ConnectionEnd {
    /// Whether the server shuts down.
    var isQuiescing = false
    /// Whether nothing more can be read of the client's requests.
    var isEnding = false
    /// Whether the client was told that the reply is the last one.
    var isAnnounced = false
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

    /// Whether the next reply is the last one.
    var isNear: Bool { isEnding || isQuiescing }

    /// Has a further promise kept.
    mutating func add(_ further: EventLoopPromise<Void>?) {
        guard let further else { return }
        if let promise { promise.futureResult.cascade(to: further) } else { promise = further }
    }
}
