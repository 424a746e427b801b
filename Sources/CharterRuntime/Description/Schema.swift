extension APIDescription {
    /// What a JSON value may be.
    public indirect enum Schema: Hashable, Sendable {
        /// Text of a format, with a length in Unicode code points and a pattern (ECMA-262, unanchored as in JSON Schema).
        case string(format: StringFormat = .plain, length: Bounds<Int> = .init(), pattern: String? = nil)
        /// A whole number within 64 bits.
        case integer(range: Bounds<Int64> = .init())
        /// A number.
        case number(range: Bounds<Double> = .init())
        /// A number with the value that its digits say, with at most so many digits behind the point.
        case exactNumber(places: Int? = nil, range: Bounds<DecimalNumber> = .init())
        /// A decimal number as text, such as `"12.50"`, exact, with at most so many digits behind the point.
        case decimal(places: Int? = nil, range: Bounds<DecimalNumber> = .init())
        /// `true` or `false`.
        case boolean
        /// A text that is always the same.
        case constant(String)
        /// One of a list of texts; an open enumeration may gain values in a later version.
        case enumeration([String], isOpen: Bool = false)
        /// An object with named properties.
        case object([Property])
        /// A list of values, each different from the others where that is said.
        case list(of: Schema, count: Bounds<Int> = .init(), isUnique: Bool = false)
        /// An object whose members have any name and one type.
        case map(of: Schema, count: Bounds<Int> = .init())
        /// An object of one of several types, told apart by the text in one of its members.
        case union(by: String, [UnionCase])
        /// Any JSON value.
        case any
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
        /// A UUID of one version, with the variant of RFC 9562 §4.1.
        case uuid1, uuid2, uuid3, uuid4, uuid5, uuid6, uuid7, uuid8
        /// An absolute URI (RFC 3986).
        case uri
        /// An e-mail address (RFC 5321).
        case email
        /// Lower-case letters, digits and single hyphens between them: `autumn-meetup`.
        case slug
    }

    /// One of the types of a union.
    public struct UnionCase: Hashable, Sendable {
        /// The text that tells it from the others.
        public var tag: String
        /// The object that it is.
        public var schema: Schema

        /// Creates a case.
        public init(tag: String, schema: Schema) {
            self.tag = tag
            self.schema = schema
        }
    }

    /// A named member of an object.
    public struct Property: Hashable, Sendable {
        /// The name of the member in JSON.
        public var name: String
        /// What the member holds.
        public var schema: Schema
        /// Whether the member must be there.
        public var isRequired: Bool
        /// What a new object has there, unless its maker says something else, as JSON; nil where that is not known.
        public var initialValue: String?
        /// What a value that is left out stands for, as JSON; nil where it stands for none.
        public var defaultValue: String?

        /// Creates a property.
        public init(
            _ name: String,
            _ schema: Schema,
            isRequired: Bool = true,
            initialValue: String? = nil,
            defaultValue: String? = nil
        ) {
            self.name = name
            self.schema = schema
            self.isRequired = isRequired
            self.initialValue = initialValue
            self.defaultValue = defaultValue
        }
    }
}
