/// What was counted so far for one ``LimitCount``.
public struct LimitTally: Hashable, Sendable {
    /// The instants that were counted and are not over, in nanoseconds since 1970, the earliest first.
    private(set) var instants: [Int64] = []

    /// Nothing counted.
    public init() {}
}
