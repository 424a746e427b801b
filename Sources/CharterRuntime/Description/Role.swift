extension APIDescription {
    /// What a person may do within a tenant.
    public struct Role: Hashable, Sendable {
        /// The name, as documented: `owner`.
        public var name: String
        /// What the role allows, in words.
        public var about: String
        /// The other roles whose permissions it includes.
        public var grants: ScopeSet

        /// Creates a role.
        public init(name: String, about: String, grants: ScopeSet = .only([])) {
            self.name = name
            self.about = about
            self.grants = grants
        }
    }
}
