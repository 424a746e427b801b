/// What a JSON value may be.
package struct Schema: Sendable {
    package var shape: Shape
    package var isNullable: Bool
    package var about: String?
    /// A value that fits.
    package var example: OrderedJSON
    package var isAssumed: Bool
    package var extensions: [OrderedJSON.Member]

    /// The form of a value.
    package indirect enum Shape: Sendable {
        case scalar(Scalar, ScalarBounds)
        case object([SchemaProperty])
        case enumeration([EnumerationValue])
        case list(Schema, count: BoundsText)
        /// A named type of the API.
        case named(String)
    }

    /// One value of an enumeration.
    package struct EnumerationValue: Sendable {
        package var text: String
        package var about: String?
    }

    /// What narrows a scalar.
    package struct ScalarBounds: Hashable, Sendable {
        package var length = BoundsText()
        package var range = BoundsText()
        package var pattern: String?
    }
}

/// A named value: a member of an object, or a parameter.
package struct SchemaProperty: Sendable {
    package var name: String
    package var isRequired: Bool
    package var schema: Schema
}
