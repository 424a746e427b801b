extension APIDescription {
    /// Some or all of an API's scopes.
    public enum ScopeSet: Hashable, Sendable {
        /// Every scope, those of later versions included.
        case all
        /// These scopes, by name; one that ends in `*` stands for all that begin as it does.
        case only([String])

        /// Whether the set has a scope of that name.
        public func contains(_ scope: String) -> Bool {
            switch self {
            case .all: true
            case .only(let names): names.contains { Self.matches($0, scope) }
            }
        }

        /// Whether a name, or a wildcard such as `orders:*`, stands for a scope.
        public static func matches(_ pattern: String, _ scope: String) -> Bool {
            pattern.hasSuffix("*") ? scope.hasPrefix(pattern.dropLast()) : pattern == scope
        }
    }
}
