extension APIDescription {
    /// One kind of key: what it looks like, who may hold it and what it can be allowed to do.
    public struct KeyKind: Hashable, Sendable {
        /// The name of the kind: `publishable`.
        public var name: String
        /// The characters every key of this kind begins with, and no key of another kind.
        public var prefix: String
        /// What the text behind the prefix looks like (ECMA-262, anchored at both ends), or nil where it is not said.
        public var form: String?
        /// Where a key of this kind may be kept.
        public var use: Use
        /// The scopes that a key of this kind can hold at most.
        public var holds: ScopeSet
        /// The names of the limits that count every request made with such a key.
        public var limits: [String]
        /// The environment on whose servers such a key is valid, or nil where it is on all.
        public var environment: String?
        /// Whether such a key belongs to no tenant and opens all of them.
        public var opensEveryTenant: Bool

        /// Creates a kind of key.
        public init(
            name: String,
            prefix: String,
            form: String? = nil,
            use: Use,
            holds: ScopeSet,
            limits: [String] = [],
            environment: String? = nil,
            opensEveryTenant: Bool = false
        ) {
            self.name = name
            self.prefix = prefix
            self.form = form
            self.use = use
            self.holds = holds
            self.limits = limits
            self.environment = environment
            self.opensEveryTenant = opensEveryTenant
        }
    }
}

extension APIDescription.KeyKind {
    /// Where a key may be kept.
    public enum Use: String, Hashable, Sendable {
        /// In browsers and apps, where everyone can read it.
        case anywhere
        /// On servers only: whoever reads the key can act with it.
        case serverOnly = "server-only"
    }
}
