extension APIDescription {
    /// A version that each request chooses, beside the one in the path.
    public struct Versioning: Hashable, Sendable {
        /// The header field that names the version.
        public var header: String
        /// The version that this contract describes.
        public var current: String
        /// The other versions that are served.
        public var older: [String]
        /// What a request without the field gets.
        public var missing: Missing

        /// Creates a way to choose.
        public init(header: String, current: String, older: [String] = [], missing: Missing) {
            self.header = header
            self.current = current
            self.older = older
            self.missing = missing
        }
    }
}

extension APIDescription.Versioning {
    /// What a request without a version gets.
    public enum Missing: String, Hashable, Sendable {
        /// It is refused.
        case reject
        /// The current version.
        case current
        /// The oldest version that is served.
        case oldest
    }
}
