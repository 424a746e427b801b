/// How much a connection may send before its request is one, and how long it may take: against senders that are slow on purpose, and clients that are gone.
///
/// What becomes of a request that has arrived is for the contract to say: the size of its body, `requests.body.size`, and its time, `requests.time`.
public struct ConnectionLimits: Hashable, Sendable {
    /// The largest header of a request in bytes, its target and the names and values of its fields: 431 (RFC 6585 §5).
    public var headerSize: Int
    /// The longest target, and the largest name and value of one field together, in bytes: 431.
    public var fieldSize: Int
    /// The most header fields: 431.
    public var fieldCount: Int
    /// How long a header may take from its first byte to its last: 408.
    public var headerTime: Duration
    /// How long a body may take from the end of its header to its last byte: 408.
    public var bodyTime: Duration
    /// How long a client may leave what it is sent lying unread; then its connection is closed.
    public var replyTime: Duration
    /// How long a connection is kept on which nothing was asked, at its beginning and between requests.
    ///
    /// A proxy in front of the server must give up its connections sooner, or it sends requests on ones that are just being closed.
    public var idleTime: Duration

    /// Creates limits; the defaults leave room for what browsers and other well-meant clients send.
    ///
    /// - Precondition: Sizes, the count and times are greater than 0.
    public init(
        headerSize: Int = 32_768,
        fieldSize: Int = 16_384,
        fieldCount: Int = 100,
        headerTime: Duration = .seconds(15),
        bodyTime: Duration = .seconds(60),
        replyTime: Duration = .seconds(60),
        idleTime: Duration = .seconds(75)
    ) {
        precondition(headerSize > 0 && fieldSize > 0 && fieldCount > 0, "a limit of 0 lets no request through")
        precondition([headerTime, bodyTime, replyTime, idleTime].allSatisfy { $0 > .zero }, "a time of 0 lets no request through")
        self.headerSize = headerSize
        self.fieldSize = fieldSize
        self.fieldCount = fieldCount
        self.headerTime = headerTime
        self.bodyTime = bodyTime
        self.replyTime = replyTime
        self.idleTime = idleTime
    }
}
