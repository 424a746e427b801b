/// The part of a list that a request asks for.
public struct OffsetPage: Hashable, Sendable {
    /// The number of items that the page may have at most; at least 1.
    public var limit: Int
    /// The number of items to skip from the beginning of the list; never negative.
    public var offset: Int

    /// Creates a request for a part of a list.
    public init(limit: Int, offset: Int) {
        self.limit = limit
        self.offset = offset
    }
}
