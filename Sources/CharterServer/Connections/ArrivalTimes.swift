import NIOCore

/// Until when what is under way on a connection must have arrived.
struct ArrivalTimes {
    private let limits: ConnectionLimits
    private(set) var arriving = Arriving.nothing
    /// Until when the client must have read what was sent to it; nil where nothing lies unread.
    private(set) var unread: NIODeadline?

    /// What is under way to the server.
    enum Arriving {
        case nothing
        case header(NIODeadline)
        case body(NIODeadline)
        /// What is not read any more, until the client has the last reply.
        case rest(NIODeadline)
    }

    /// How long a client has to take the last reply, while what it goes on sending is thrown away.
    ///
    /// To close at once would reset the connection where something lies unread, and the reply could be lost with it (RFC 9112 §9.6).
    private static let lingering = TimeAmount.seconds(2)

    init(_ limits: ConnectionLimits) {
        self.limits = limits
    }

    /// The earliest instant at which something is late; nil where nothing is awaited.
    var next: NIODeadline? {
        switch arriving {
        case .nothing: unread
        case .header(let deadline), .body(let deadline), .rest(let deadline): unread.map { min($0, deadline) } ?? deadline
        }
    }

    /// Notes that bytes came: the first ones begin a header.
    ///
    /// - Returns: whether they do.
    mutating func bytesArrived(at instant: @autoclosure () -> NIODeadline) -> Bool {
        guard case .nothing = arriving else { return false }
        beginHeader(at: instant())
        return true
    }

    mutating func beginHeader(at instant: NIODeadline) {
        arriving = .header(instant + TimeAmount(limits.headerTime))
    }

    mutating func headerArrived(at instant: NIODeadline) {
        arriving = .body(instant + TimeAmount(limits.bodyTime))
    }

    /// Notes that a request is whole, or is waited for no longer.
    mutating func end() {
        arriving = .nothing
    }

    /// Notes that the last reply was sent.
    mutating func linger(from instant: NIODeadline) {
        arriving = .rest(instant + Self.lingering)
    }

    /// Notes that nothing is awaited any more.
    mutating func close() {
        arriving = .nothing
        unread = nil
    }

    /// Notes whether the client reads what it is sent.
    mutating func note(isReading: Bool, at instant: NIODeadline) {
        unread = isReading ? nil : unread ?? instant + TimeAmount(limits.replyTime)
    }
}
