/// Types, fields and parameters.
extension LanguageSchema {
    /// Parameters by name; `name?` may be absent.
    static var parameters: PlaceSchema { named(.definition("parameter")) }

    /// Header fields that requests carry, by name.
    static var requestHeaders: PlaceSchema {
        .names(
            .either(
                .words(["none": "The field is switched off here.", "forbidden": "A request that has the field is refused."]),
                .map([.needed("forbidden", "A request that has the field is refused, and answered so.", .definition("fault"))]),
                type(beside: answerKeys)
            )
        )
    }

    private static func named(_ value: PlaceSchema) -> PlaceSchema {
        .names(value, of: "[A-Za-z_$][A-Za-z0-9\\-_.$]{0,79}\\??", "name")
    }

    /// A type name, or a map with one of the keys of its forms.
    ///
    /// - Parameter others: the keys that may stand beside those of the type.
    static func type(beside others: [SchemaKey]) -> PlaceSchema {
        .either(scalar, namedType, .map(formKeys + detailKeysOfTypes + others, takesExtensions: true).withOne(of: formKeys.map(\.name)))
    }

    private static let scalar = PlaceSchema.words(Scalar.self)

    /// A type of the contract, a view of one, or whatever else may be null.
    private static var namedType: PlaceSchema {
        let views = TypeView.allCases.map(\.rawValue).joined(separator: "|")
        let scalars = Scalar.allCases.map(\.rawValue).joined(separator: "|")
        return .text("[A-Z][A-Za-z0-9]*(?:\\.(?:\(views)))?\\??|(?:\(scalars))\\?", "Order")
    }

    private static var formKeys: [SchemaKey] {
        [
            .key("type", "A scalar, or another named type. With '?' behind it the value may be null.", .either(scalar, namedType)),
            .key("fields", "An object. 'name?' may be absent.", named(.definition("field"))),
            .key("enum", "One of these texts; later versions may add values unless it is closed.", enumeration),
            .key("list", "A list of this type.", .definition("type")),
            .key("map", "An object whose members have any name and this type.", .definition("type")),
            .key("union", "An object of one of several types, told apart by a member.", union),
            .key("const", "A text that is always the same.", .text),
        ]
    }

    private static var enumeration: PlaceSchema {
        .either(.list(of: .text, atLeast: 1), .someNames(.text))
    }

    private static var union: PlaceSchema {
        .map([
            .needed("by", "The member that tells the types apart.", .text),
            .needed("of", "Its texts, to the types.", .someNames(.definition("type"))),
        ])
    }

    private static var detailKeysOfTypes: [SchemaKey] {
        [
            .key("about", "What it means.", .text),
            .key("example", "A value of the type. Objects are made of their fields' examples.", .anything),
            .key("length", "Bounds in Unicode code points, of texts.", .bounds),
            .key("pattern", "Regular expression (ECMA-262), unanchored, of 'string'.", .text),
            .key("range", "Bounds of the value, of numbers.", .bounds),
            .key("places", "The most digits behind the point, of 'decimal' and of exact numbers.", .wholeNumber(from: 0)),
            .key("exact", "Whether a 'number' has the value that its digits say, and no other that is near.", .yesOrNo),
            .key("prefix", "What an 'id' begins with.", .text("[A-Za-z0-9_\\-.:]+", "ord_")),
            .key("version", "The version of a 'uuid' (RFC 9562).", .wholeNumber(from: 1, to: 8)),
            .key("count", "Bounds of the number of items, of lists and maps.", .bounds),
            .key("unique", "Whether no item of a list stands twice.", .yesOrNo),
            .key("closed", "Whether an enumeration will never have other values.", .yesOrNo),
            .key("keep", "What values of an object keep in Swift beside their fields.", .either(kept, .list(of: kept))),
        ]
    }

    private static var kept: PlaceSchema {
        .words(["unknown-fields": "The members that the contract does not have.", "raw-json": "The JSON that they were read from."])
    }

    static var fieldKeys: [SchemaKey] {
        let setters = PlaceSchema.words([
            "api": "Only the server.", "create": "The caller, at creation.", "change": "The caller, afterwards.",
        ])
        return [
            .key("set", "Who sets it: all callers where nothing is said.", .either(setters, .list(of: setters))),
            .key("as", "Its name in Swift, where another one is wanted.", .lowerCamelCase),
            .key("default", "What an absent field stands for; only of 'name?'.", .anything),
            .key("initial", "What a new thing has there. A caller who makes one may leave the field out.", .anything),
            deprecated,
        ]
    }

    static var parameterKeys: [SchemaKey] {
        [
            .key(
                "as",
                "How a list is written.",
                .words(["repeated": "tag=a&tag=b", "comma": "tag=a,b"])
            ),
            .key("default", "What a request has that leaves the parameter out; only of 'name?', and not of lists.", .anything),
        ] + answerKeys + [deprecated]
    }

    /// What becomes of a request whose parameter is not as described.
    private static var answerKeys: [SchemaKey] {
        let words = PlaceSchema.words(["reject": "400.", "ignore": "It is as good as none; only of 'name?'."])
        return [
            .key("invalid", "What a value gets that does not fit: a word, or how it is answered.", .either(words, .definition("fault"))),
            .key("missing", "How a request without it is answered; not of 'name?', nor in paths.", .definition("fault")),
        ]
    }

    private static var deprecated: SchemaKey { .key("deprecated", "It should no longer be used.", .yesOrNo) }
}
