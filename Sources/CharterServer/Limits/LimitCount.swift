/// One count of a limit: every key, tenant, person or address has one of its own where the limit says so.
public struct LimitCount: Hashable, Sendable {
    /// The name of the limit in the contract.
    public var limit: String
    /// Whose count it is, such as the public identifier of a key; empty where everybody shares one.
    public var partition: String

    /// Names a count.
    public init(limit: String, partition: String) {
        self.limit = limit
        self.partition = partition
    }
}
