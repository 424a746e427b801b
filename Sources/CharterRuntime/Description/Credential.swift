extension APIDescription {
    /// One way for a caller to say who it is.
    public struct Credential: Hashable, Sendable {
        /// The name that endpoints use for it: `apiKey`.
        public var name: String
        /// Where a request carries it.
        public var place: Place
        /// The kinds of key it comes in, told apart by prefix; never empty.
        public var kinds: [KeyKind]

        /// Creates a credential.
        public init(name: String, place: Place, kinds: [KeyKind]) {
            self.name = name
            self.place = place
            self.kinds = kinds
        }

        /// The kind of that name, or nil.
        public func kind(named name: String) -> KeyKind? {
            kinds.first { $0.name == name }
        }
    }
}

extension APIDescription.Credential {
    /// The place of a credential in a request.
    public enum Place: Hashable, Sendable {
        /// A header field that holds the key and nothing else.
        case header(String)
    }
}

extension APIDescription {
    /// One kind of key: what it looks like, who may hold it and what it can be allowed to do.
    public struct KeyKind: Hashable, Sendable {
        /// The name of the kind: `publishable`.
        public var name: String
        /// The characters every key of this kind begins with, and no key of another kind.
        public var prefix: String
        /// Where a key of this kind may be kept.
        public var use: Use
        /// The scopes that a key of this kind can hold at most.
        public var holds: ScopeSet
        /// The names of the limits that count every request made with such a key.
        public var limits: [String]

        /// Creates a kind of key.
        public init(name: String, prefix: String, use: Use, holds: ScopeSet, limits: [String]) {
            self.name = name
            self.prefix = prefix
            self.use = use
            self.holds = holds
            self.limits = limits
        }
    }

    /// Some or all of an API's scopes.
    public enum ScopeSet: Hashable, Sendable {
        /// Every scope, those of later versions included.
        case all
        /// These scopes, by name.
        case only([String])

        /// Whether the set has a scope of that name.
        public func contains(_ scope: String) -> Bool {
            switch self {
            case .all: true
            case .only(let names): names.contains(scope)
            }
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
