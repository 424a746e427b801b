/// The part of a list that a request asks for where a page leads to the next one.
public struct CursorPage: Hashable, Sendable {
    /// The number of items that the page may have at most; at least 1.
    public var limit: Int
    /// What the page before gave as the way to this one, or the last item that was seen; nil for the first page.
    ///
    /// Where the API ties cursors to filters or to a time, that was checked before, and this is the handler's own cursor.
    public var cursor: String?
    /// The first item that was seen, where the way back is asked for; nil elsewhere.
    public var before: String?

    /// Creates a request for a part of a list.
    public init(limit: Int, cursor: String? = nil, before: String? = nil) {
        self.limit = limit
        self.cursor = cursor
        self.before = before
    }
}
