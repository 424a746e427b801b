/// What came was no reply.
struct UnreadableHead: Error, CustomStringConvertible {
    /// How many bytes came.
    let count: Int
    /// Whether the server had the time that it may take.
    let isLate: Bool

    var description: String {
        switch (count, isLate) {
        case (0, true): "no reply in time"
        case (0, false): "the server closed the connection"
        case (_, true): "\(count) bytes came in time, and no head of a reply"
        case (_, false): "\(count) bytes came that are no reply of HTTP/1.1"
        }
    }
}
