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

extension APIDescription.Versioning {
    /// The version that a request without one gets; nil where it is refused.
    package var standing: String? {
        switch missing {
        case .reject: nil
        case .current: current
        case .oldest: oldest
        }
    }

    /// The oldest version that is served, compared part by part: `1.9` is older than `1.10`, `2025-12-01` than `2026-01-01`.
    private var oldest: String {
        ([current] + older).min { left, right in
            left.versionParts.lexicographicallyPrecedes(right.versionParts)
        } ?? current
    }
}

extension String {
    /// The numbers in a version, in their order.
    fileprivate var versionParts: [Int] {
        split { !$0.isNumber }.compactMap { Int($0) }
    }
}
