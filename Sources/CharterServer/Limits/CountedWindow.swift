/// How many were counted since a window began.
struct CountedWindow: Hashable, Sendable {
    /// When it began, in nanoseconds since 1970.
    var start: Int64
    /// How many, at least 1.
    var count: Int
}
