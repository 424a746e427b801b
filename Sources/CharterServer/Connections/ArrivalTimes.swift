import NIOCore

/// Until when what is under way to the server must have arrived.
struct ArrivalTimes {
    private let limits: ConnectionLimits
    private(set) var arriving = Arriving.nothing

    /// What is under way to the server.
    enum Arriving {
        /// A request is whole, and not answered to its end.
        case nothing
        /// Nothing is asked.
        case idle(until: NIODeadline)
        /// Nil before the read of its first byte is over, and as long as an earlier request is not answered.
        case header(until: NIODeadline?)
        case body(until: NIODeadline)
        /// The server itself reads nothing more of it for now.
        case waitingBody(left: TimeAmount)
        /// What is not read any more, until the client has the last reply.
        case rest(until: NIODeadline)
    }

    /// How long a client has to take the last bytes of the last reply, while what it goes on sending is thrown away.
    ///
    /// To close at once would reset the connection where something lies unread, and the reply could be lost with it (RFC 9112 §9.6).
    private static let lingering = TimeAmount.seconds(2)

    init(_ limits: ConnectionLimits) {
        self.limits = limits
    }

    /// The instant at which what is under way is late; nil where nothing is awaited.
    var next: NIODeadline? {
        switch arriving {
        case .nothing, .waitingBody: nil
        case .header(let deadline): deadline
        case .idle(let deadline), .body(let deadline), .rest(let deadline): deadline
        }
    }

    /// Whether the client has begun to send something that it has not ended.
    var isUnderWay: Bool {
        switch arriving {
        case .nothing, .idle: false
        case .header, .body, .waitingBody, .rest: true
        }
    }

    /// Whether a body, or what is left of it, is under way.
    var isBody: Bool {
        switch arriving {
        case .body, .waitingBody: true
        case .nothing, .idle, .header, .rest: false
        }
    }

    /// Notes that bytes came: the first ones begin a header.
    mutating func bytesArrived() {
        switch arriving {
        case .nothing, .idle: arriving = .header(until: nil)
        case .header, .body, .waitingBody, .rest: break
        }
    }

    /// Notes that a header is whole.
    mutating func headerArrived() {
        arriving = .waitingBody(left: TimeAmount(limits.bodyTime))
    }

    /// Notes that a read is over.
    ///
    /// - Parameter isAnswered: Whether every request before was answered, and its reply sent.
    mutating func readEnded(isAnswered: Bool, at instant: @autoclosure () -> NIODeadline) {
        switch arriving {
        case .nothing where isAnswered, .header(nil) where isAnswered: answered(at: instant())
        case .body(let deadline): arriving = .waitingBody(left: deadline - instant())
        case .nothing, .idle, .header, .waitingBody, .rest: break
        }
    }

    /// Notes that the server reads on.
    mutating func readBegan(at instant: @autoclosure () -> NIODeadline) {
        if case .waitingBody(let left) = arriving { arriving = .body(until: instant() + left) }
    }

    /// Notes that a request is whole, or is waited for no longer.
    mutating func end() {
        arriving = .nothing
    }

    /// Notes that nobody waits for a reply, be it that nothing was asked yet: from now on the time of the next header runs, or that of an idle connection.
    mutating func answered(at instant: NIODeadline) {
        switch arriving {
        case .nothing, .idle: arriving = .idle(until: instant + TimeAmount(limits.idleTime))
        case .header(nil): arriving = .header(until: instant + TimeAmount(limits.headerTime))
        case .header, .body, .waitingBody, .rest: break
        }
    }

    /// Notes that the last reply was sent.
    mutating func linger(from instant: NIODeadline) {
        arriving = .rest(until: instant + Self.lingering)
    }
}
