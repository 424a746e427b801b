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
    @Rare package var setters: Located<[Setter]>? = nil
    /// The field's name in code, where it is another one.
    @Rare package var codeName: Located<String>? = nil
    /// What a value that is left out stands for.
    @Rare package var defaultValue: Located<OrderedJSON>? = nil
    /// What it holds in a new object whose maker does not say.
    @Rare package var initialValue: Located<OrderedJSON>? = nil
    package var isDeprecated = false
    /// How the values of a list parameter are written.
    @Rare package var listStyle: Located<ListStyle>? = nil
    /// What becomes of a parameter's value that does not fit.
    @Rare package var invalid: Located<Invalid>? = nil
    /// How such a value is answered, where the API says it of this parameter.
    @Rare package var invalidAnswer: Located<APIDescription.ErrorFormat.Fault>? = nil
    /// How a request is answered that lacks the parameter, where the API says it of this one.
    @Rare package var missingAnswer: Located<APIDescription.ErrorFormat.Fault>? = nil

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
    @Rare package var example: Located<OrderedJSON>? = nil
    @Rare package var length: Located<BoundsText>? = nil
    @Rare package var pattern: Located<String>? = nil
    @Rare package var range: Located<BoundsText>? = nil
    @Rare package var count: Located<BoundsText>? = nil
    /// The most digits behind the point of a decimal number.
    @Rare package var places: Located<Int>? = nil
    /// What an id begins with.
    @Rare package var prefix: Located<String>? = nil
    /// The version of a UUID, 1 to 8 (RFC 9562 §5).
    @Rare package var version: Located<Int>? = nil
    @Rare package var isUnique: Located<Bool>? = nil
    @Rare package var isClosed: Located<Bool>? = nil
    /// Whether a number has the value that its digits say, and no other that is near.
    @Rare package var isExact: Located<Bool>? = nil
    /// What values of an object keep beside their fields.
    @Rare package var keeps: Located<[Kept]>? = nil
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
        var uses: [TypeUse] = []
        append(to: &uses)
        return uses
    }

    /// Adds this type and those inside it.
    func append(to uses: inout [TypeUse]) {
        uses.append(self)
        switch form {
        case .named, .enumeration, .constant: break
        case .object(let fields): for field in fields { field.type.append(to: &uses) }
        case .list(let element), .map(let element): element.append(to: &uses)
        case .union(_, let cases): for match in cases { match.type.append(to: &uses) }
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
