extension APIDescription {
    /// A permission that a credential can hold and an endpoint can need.
    public struct Scope: Hashable, Sendable {
        /// The name, as documented: `READ_PUBLIC`.
        public var name: String
        /// What the scope allows, in words.
        public var about: String
        /// The other scopes that whoever holds this one also has.
        public var grants: ScopeSet

        /// Creates a scope.
        public init(name: String, about: String, grants: ScopeSet = .only([])) {
            self.name = name
            self.about = about
            self.grants = grants
        }
    }
}
