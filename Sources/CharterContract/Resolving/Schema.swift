import CharterRuntime

/// What a JSON value may be.
package struct Schema: Sendable {
    package var shape: Shape
    package var isNullable: Bool
    /// Whether no item of a list stands twice.
    package var isUnique = false
    /// Whether later versions add no value to an enumeration.
    package var isClosed = false
    /// What values of an object keep beside their fields, in code.
    package var keeps: [TypeUse.Kept] = []
    package var about: String?
    /// A value that fits.
    package var example: OrderedJSON
    package var isAssumed: Bool
    /// Whether some of it is documented although the whole is assumed.
    package var isReopened = false
    /// The keys of what the documentation does not state, where that is not all of it.
    package var assumedKeys: [String] = []
    package var extensions: [OrderedJSON.Member]

    /// The form of a value.
    package indirect enum Shape: Sendable {
        case scalar(Scalar, ScalarBounds)
        case object([SchemaProperty])
        case enumeration([EnumerationValue])
        case list(Schema, count: BoundsText)
        /// An object whose members have any name and one type.
        case map(Schema, count: BoundsText)
        /// An object of one of several types, told apart by the text of one member.
        case union(by: String, [UnionCase])
        /// A text that is always the same.
        case constant(String)
        /// A named type of the API.
        case named(String)
    }

    /// One value of an enumeration.
    package struct EnumerationValue: Sendable {
        package var text: String
        package var about: String?
    }

    /// One of the types of a union.
    package struct UnionCase: Sendable {
        package var tag: String
        package var schema: Schema
    }

    /// What narrows a scalar.
    package struct ScalarBounds: Hashable, Sendable {
        package var length = BoundsText()
        package var range = BoundsText()
        package var pattern: String?
        /// The most digits behind the point of a decimal number.
        package var places: Int?
        /// What an id begins with.
        package var prefix: String?
        /// The version of a UUID.
        package var version: Int?
        /// Whether a number has the value that its digits say, and no other that is near.
        package var isExact = false
    }
}

/// A named value: a member of an object, or a parameter.
package struct SchemaProperty: Sendable {
    package var name: String
    package var isRequired: Bool
    package var schema: Schema
    /// The name in code, where it is another one.
    package var codeName: String?
    /// Whether only the server sets it.
    package var isReadOnly = false
    package var isDeprecated = false
    /// What a value that is left out stands for.
    package var defaultValue: OrderedJSON?
    /// What a new object has there, unless its maker says something else.
    package var initialValue: OrderedJSON?
    /// How the values of a list parameter are written.
    package var listStyle = Field.ListStyle.repeated
    /// Whether a parameter's value that does not fit is as good as none.
    package var ignoresInvalid = false
    /// How a request is answered that lacks a parameter, where the API says it of this one.
    package var missing: APIDescription.ErrorFormat.Fault?
    /// How a parameter's value that does not fit is answered, where the API says it of this one.
    package var invalid: APIDescription.ErrorFormat.Fault?
}
