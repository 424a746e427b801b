/// A limit that counts a request: what it allows this caller, and whose count it is.
public struct CountedLimit: Hashable, Sendable {
    /// What is allowed.
    public var rule: LimitRule
    /// What is counted.
    public var count: LimitCount

    /// Puts both together.
    public init(rule: LimitRule, count: LimitCount) {
        self.rule = rule
        self.count = count
    }
}
