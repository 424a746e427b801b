public import CharterRuntime

/// A limit as it holds for one caller: plans, numbers of single keys and bills are settled.
public struct LimitRule: Hashable, Sendable {
    /// The name of the limit in the contract.
    public var name: String
    /// How many are allowed in a window, at least 1.
    public var allow: Int
    /// When a window begins and ends.
    public var window: LimitWindow
    /// The size of the token bucket that is refilled at `allow` in each window, or nil for a plain count; at least 1, and only where the window slides.
    public var burst: Int?
    /// Why a caller is refused.
    public var kind: APIDescription.Limit.Kind
    /// The statuses whose responses are not counted.
    public var uncountedStatuses: [Int]

    /// Creates a rule.
    ///
    /// - Precondition: `allow` and `burst` are at least 1, and there is a `burst` only where the window slides.
    public init(
        name: String,
        allow: Int,
        window: LimitWindow,
        burst: Int? = nil,
        kind: APIDescription.Limit.Kind = .throttle,
        uncountedStatuses: [Int] = []
    ) {
        precondition(allow >= 1 && burst ?? 1 >= 1, "the limit '\(name)' allows nothing")
        precondition(burst == nil || window.slides, "the limit '\(name)' has a bucket, and a window that does not slide")
        self.name = name
        self.allow = allow
        self.window = window
        self.burst = burst
        self.kind = kind
        self.uncountedStatuses = uncountedStatuses
    }
}
