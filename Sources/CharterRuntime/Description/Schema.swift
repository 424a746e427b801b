extension APIDescription {
    /// What a JSON value may be.
    public indirect enum Schema: Hashable, Sendable {
        /// Text of a format, with a length in Unicode code points and a pattern (ECMA-262, unanchored as in JSON Schema).
        case string(format: StringFormat = .plain, length: Bounds<Int> = .init(), pattern: String? = nil)
        /// A whole number within 64 bits.
        case integer(range: Bounds<Int64> = .init())
        /// A number.
        case number(range: Bounds<Double> = .init())
        /// `true` or `false`.
        case boolean
        /// One of a list of texts; an open enumeration may gain values in a later version.
        case enumeration([String], isOpen: Bool)
        /// An object with named properties.
        case object([Property])
        /// A list of values.
        case list(of: Schema, count: Bounds<Int> = .init())
        /// The type of that name in ``APIDescription/types``.
        case named(String)
        /// The schema, or `null`.
        case nullable(Schema)
    }

    /// Inclusive bounds; nil where there is none.
    public struct Bounds<Value: Hashable & Sendable & Comparable>: Hashable, Sendable {
        /// The least value allowed.
        public var minimum: Value?
        /// The greatest value allowed.
        public var maximum: Value?

        /// Creates bounds.
        public init(_ minimum: Value? = nil, _ maximum: Value? = nil) {
            self.minimum = minimum
            self.maximum = maximum
        }

        /// Whether the value is within the bounds.
        public func contains(_ value: Value) -> Bool {
            if let minimum, value < minimum { return false }
            if let maximum, value > maximum { return false }
            return true
        }
    }

    /// What a text stands for.
    public enum StringFormat: String, Hashable, Sendable {
        /// Any text.
        case plain
        /// An instant in UTC (RFC 3339): `2026-05-01T10:23:18Z`.
        case timestamp
        /// A day of the calendar (RFC 3339 `full-date`): `2026-05-01`.
        case date
        /// A UUID (RFC 9562), in lower case on the wire.
        case uuid
        /// An absolute URI (RFC 3986).
        case uri
        /// An e-mail address (RFC 5321).
        case email
        /// Lower-case letters, digits and single hyphens between them: `autumn-meetup`.
        case slug
    }

    /// A named member of an object.
    public struct Property: Hashable, Sendable {
        /// The name of the member in JSON.
        public var name: String
        /// What the member holds.
        public var schema: Schema
        /// Whether the member must be there.
        public var isRequired: Bool

        /// Creates a property.
        public init(_ name: String, _ schema: Schema, isRequired: Bool = true) {
            self.name = name
            self.schema = schema
            self.isRequired = isRequired
        }
    }
}
