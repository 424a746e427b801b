import HTTPTypes

/// How much of the last request's body has not arrived.
struct UnreadBody {
    /// The longest rest, in bytes, that is read to its end and thrown away so that the connection can be kept.
    ///
    /// To read it takes less than to connect again. With more, callers who are refused could keep the server busy.
    static let longestRest = 65_536

    /// Nil where nobody has said how long the body is.
    private var left: Int? = 0

    /// Notes that a header has arrived.
    mutating func begin(_ head: HTTPRequest) {
        left = head.headerFields[.contentLength].flatMap { Int($0) }
    }

    /// Notes that a part of the body has.
    mutating func arrive(_ count: Int) {
        if let left { self.left = left - count }
    }

    /// Whether what is left may be too much to be read only to be thrown away.
    var isLong: Bool { left.map { $0 > Self.longestRest } ?? true }
}
