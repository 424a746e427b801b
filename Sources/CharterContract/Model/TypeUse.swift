import CharterRuntime
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
    /// The operations that set a field of an object; nil where nothing is said, which means all.
    package var setters: Located<[Setter]>?
    /// The field's name in code, where it is another one.
    package var codeName: Located<String>?
    /// What a value that is left out stands for.
    package var defaultValue: Located<OrderedJSON>?
    /// What it holds in a new object whose maker does not say.
    package var initialValue: Located<OrderedJSON>?
    package var isDeprecated = false
    /// How the values of a list parameter are written.
    package var listStyle: Located<ListStyle>?
    /// What becomes of a parameter's value that does not fit.
    package var invalid: Located<Invalid>?
    /// How such a value is answered, where the API says it of this parameter.
    package var invalidAnswer: Located<APIDescription.ErrorFormat.Fault>?
    /// How a request is answered that lacks the parameter, where the API says it of this one.
    package var missingAnswer: Located<APIDescription.ErrorFormat.Fault>?

    /// Who sets a field, and when.
    package enum Setter: String, CaseIterable, Sendable {
        /// Only the server.
        case api
        /// The caller, when the object is made.
        case create
        /// The caller, afterwards.
        case change
    }

    /// How the values of a list parameter are written.
    package enum ListStyle: String, CaseIterable, Sendable {
        case repeated, comma
    }

    /// What becomes of a parameter's value that does not fit.
    package enum Invalid: String, CaseIterable, Sendable {
        case reject, ignore
    }
}

/// What a value may be, as a contract writes it.
package struct TypeUse: Sendable {
    package indirect enum Form: Sendable {
        /// A scalar or a named type.
        case named(String)
        case object([Field])
        case enumeration([EnumerationValue])
        case list(TypeUse)
        /// An object whose members have any name.
        case map(TypeUse)
        case union(by: Located<String>, [UnionCase])
        /// A text that is always the same.
        case constant(Located<String>)
    }

    /// One of the types of a union, with the text that tells it from the others.
    package struct UnionCase: Sendable {
        package var tag: Located<String>
        package var type: TypeUse
    }

    /// What values of an object keep beside their fields, in code.
    package enum Kept: String, CaseIterable, Sendable {
        /// The members that the contract does not have.
        case unknownFields = "unknown-fields"
        /// What they were read from.
        case rawJSON = "raw-json"

        /// The name of the property that holds it.
        package var property: String {
            switch self {
            case .unknownFields: "unknownFields"
            case .rawJSON: "rawJSON"
            }
        }
    }

    package struct EnumerationValue: Sendable {
        package var text: Located<String>
        package var about: String?
    }

    package var form: Form
    package var isNullable: Bool
    package var span: SourceSpan
    package var isAssumed: Bool
    /// Whether some of it is documented although it stands under `!assumed`.
    package var isReopened = false
    /// The keys of what stands under `!assumed`, where that is not all of it.
    package var assumedKeys: [String] = []
    package var about: String?
    package var example: Located<OrderedJSON>?
    package var length: Located<BoundsText>?
    package var pattern: Located<String>?
    package var range: Located<BoundsText>?
    package var count: Located<BoundsText>?
    /// The most digits behind the point of a decimal number.
    package var places: Located<Int>?
    /// What an id begins with.
    package var prefix: Located<String>?
    /// The version of a UUID, 1 to 8 (RFC 9562 §5).
    package var version: Located<Int>?
    package var isUnique: Located<Bool>?
    package var isClosed: Located<Bool>?
    /// Whether a number has the value that its digits say, and no other that is near.
    package var isExact: Located<Bool>?
    /// What values of an object keep beside their fields.
    package var keeps: Located<[Kept]>?
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

    /// Whether it stands for a type that could not be read, whose fault is known.
    var isUnreadable: Bool {
        if case .named("") = form { true } else { false }
    }

    /// This type and those inside it.
    package var withNested: [TypeUse] {
        switch form {
        case .named, .enumeration, .constant: [self]
        case .object(let fields): [self] + fields.flatMap(\.type.withNested)
        case .list(let element), .map(let element): [self] + element.withNested
        case .union(_, let cases): [self] + cases.flatMap(\.type.withNested)
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
    case string, slug, email, uri, uuid, id, timestamp, date, integer, number, decimal, boolean, any

    /// Whether a contract can bound the length of its text; the others have a length of their own.
    package var hasLength: Bool {
        switch self {
        case .string, .slug, .email, .uri: true
        case .uuid, .id, .timestamp, .date, .integer, .number, .decimal, .boolean, .any: false
        }
    }

    /// Whether JSON has the value as text.
    package var isText: Bool {
        switch self {
        case .string, .slug, .email, .uri, .uuid, .id, .timestamp, .date, .decimal: true
        case .integer, .number, .boolean, .any: false
        }
    }
}
