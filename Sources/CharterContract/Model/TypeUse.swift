import CharterYAML

/// A named type of a contract.
package struct TypeDeclaration: Sendable {
    package var name: Located<String>
    package var type: TypeUse
}

/// A named value: a member of an object, or a parameter.
package struct Field: Sendable {
    /// The name, without the `?` that marks it as optional.
    package var name: Located<String>
    package var isOptional: Bool
    package var type: TypeUse
}

/// What a value may be, as a contract writes it.
package struct TypeUse: Sendable {
    package indirect enum Form: Sendable {
        /// A scalar or a named type.
        case named(String)
        case object([Field])
        case enumeration([EnumerationValue])
        case list(TypeUse)
    }

    package struct EnumerationValue: Sendable {
        package var text: Located<String>
        package var about: String?
    }

    package var form: Form
    package var isNullable: Bool
    package var span: SourceSpan
    package var isAssumed: Bool
    package var about: String?
    package var example: Located<OrderedJSON>?
    package var length: Located<BoundsText>?
    package var pattern: Located<String>?
    package var range: Located<BoundsText>?
    package var count: Located<BoundsText>?
    package var extensions: [OrderedJSON.Member]

    package init(_ form: Form, isNullable: Bool = false, at span: SourceSpan, isAssumed: Bool) {
        self.form = form
        self.isNullable = isNullable
        self.span = span
        self.isAssumed = isAssumed
        extensions = []
    }

    /// Stands for a type that could not be read: its name is empty, and its fault reported.
    static func unreadable(at span: SourceSpan) -> TypeUse {
        var use = TypeUse(.named(""), at: span, isAssumed: false)
        use.about = ""
        return use
    }

    /// This type and those inside it.
    package var withNested: [TypeUse] {
        switch form {
        case .named, .enumeration: [self]
        case .object(let fields): [self] + fields.flatMap(\.type.withNested)
        case .list(let element): [self] + element.withNested
        }
    }
}

/// Inclusive bounds, as the digits that the contract has.
package struct BoundsText: Hashable, Sendable {
    package var minimum: String?
    package var maximum: String?
}

/// The types that the language itself has.
package enum Scalar: String, CaseIterable, Sendable {
    case string, slug, email, uri, uuid, timestamp, date, integer, number, boolean

    /// Whether a contract can bound the length of its text; the others have a length of their own.
    package var hasLength: Bool {
        switch self {
        case .string, .slug, .email, .uri: true
        case .uuid, .timestamp, .date, .integer, .number, .boolean: false
        }
    }

    /// Whether JSON has the value as text.
    package var isText: Bool {
        switch self {
        case .string, .slug, .email, .uri, .uuid, .timestamp, .date: true
        case .integer, .number, .boolean: false
        }
    }
}
