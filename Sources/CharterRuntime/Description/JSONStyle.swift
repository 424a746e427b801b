extension APIDescription {
    /// How names and instants are spelled in JSON.
    public struct JSONStyle: Hashable, Sendable {
        /// The spellings of a field's name that requests may use, beside the documented one if that is not among them.
        public var acceptedNames: [Casing]
        /// The precision of instants in responses.
        public var timestamps: Precision

        /// Creates a style.
        public init(acceptedNames: [Casing] = [], timestamps: Precision = .any) {
            self.acceptedNames = acceptedNames
            self.timestamps = timestamps
        }
    }
}

extension APIDescription.JSONStyle {
    /// A way to join words into a name.
    public enum Casing: String, Hashable, Sendable {
        /// `startsAt`
        case camelCase
        /// `starts_at`
        case snakeCase = "snake_case"
    }

    /// The number of digits behind the seconds of an instant.
    public enum Precision: String, Hashable, Sendable {
        /// As many as the value has.
        case any
        /// None.
        case seconds
        /// Three.
        case milliseconds
        /// Six.
        case microseconds

        /// The number of digits; nil for as many as the value has.
        package var digits: Int? {
            switch self {
            case .any: nil
            case .seconds: 0
            case .milliseconds: 3
            case .microseconds: 6
            }
        }
    }
}
