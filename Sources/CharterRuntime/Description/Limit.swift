extension APIDescription {
    /// How often something may be done.
    public struct Limit: Hashable, Sendable {
        /// The name that credentials and endpoints use for it.
        public var name: String
        /// How many are allowed in any window of `seconds`; at least 1.
        public var allow: Int
        /// The length of the window in seconds; at least 1.
        public var seconds: Int
        /// What the limit is counted for.
        public var partition: Partition
        /// Whether a refused caller should try again soon.
        public var kind: Kind

        /// Creates a limit.
        public init(name: String, allow: Int, seconds: Int, partition: Partition, kind: Kind) {
            self.name = name
            self.allow = allow
            self.seconds = seconds
            self.partition = partition
            self.kind = kind
        }
    }
}

extension APIDescription.Limit {
    /// What a limit is counted for.
    public enum Partition: String, Hashable, Sendable {
        /// Each key has its own count.
        case key
        /// All keys of one tenant share a count.
        case tenant
    }

    /// The two reasons for a 429.
    public enum Kind: String, Hashable, Sendable {
        /// Too fast: the same request will pass a little later.
        case throttle
        /// Used up: trying again soon is useless.
        case quota
    }
}
