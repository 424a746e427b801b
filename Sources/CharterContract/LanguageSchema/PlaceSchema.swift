/// What may stand at a place of a contract, as JSON Schema (draft-07) says it to editors.
///
/// Plain scalars take the type of their place, so where text is expected editors must let numbers and booleans stand too.
struct PlaceSchema: Sendable {
    var json: OrderedJSON

    /// Any value.
    static let anything = PlaceSchema(json: [:])
    /// Any text.
    static let text = PlaceSchema(json: ["type": textTypes])
    static let none = words(["none": "It is switched off, or there is none."])
    static let yesOrNo = words(["yes": "", "no": ""])

    private static let textTypes: OrderedJSON = ["string", "number", "boolean"]

    /// A text of a certain form.
    ///
    /// - Parameters:
    ///   - pattern: a regular expression for all of it, in the syntax of ECMA-262.
    ///   - examples: texts of that form, which editors propose.
    static func text(_ pattern: String, _ examples: String...) -> PlaceSchema {
        PlaceSchema(
            json: ["type": textTypes, "pattern": .string("^(?:\(pattern))$"), "examples": .array(examples.map(OrderedJSON.string))]
        )
    }

    /// One of some words, each with what it means; an empty text where that goes without saying.
    static func words(_ words: KeyValuePairs<String, String>) -> PlaceSchema {
        let meanings = words.map(\.value)
        let said: OrderedJSON? = meanings.allSatisfy(\.isEmpty) ? nil : .array(meanings.map(OrderedJSON.string))
        return PlaceSchema(json: ["enum": .array(words.map { scalar($0.key) }), "enumDescriptions": said])
    }

    /// One of the words of an enumeration that explain themselves.
    static func words<Word: RawRepresentable & CaseIterable>(_: Word.Type) -> PlaceSchema where Word.RawValue == String {
        PlaceSchema(json: ["enum": .array(Word.allCases.map { .string($0.rawValue) })])
    }

    static func wholeNumber(from minimum: Int, to maximum: Int? = nil) -> PlaceSchema {
        PlaceSchema(json: ["type": "integer", "minimum": .number(String(minimum)), "maximum": maximum.map { .number(String($0)) }])
    }

    static func list(of element: PlaceSchema, atLeast minimum: Int = 0, atMost maximum: Int? = nil) -> PlaceSchema {
        PlaceSchema(
            json: [
                "type": "array", "minItems": minimum > 0 ? .number(String(minimum)) : nil,
                "maxItems": maximum.map { .number(String($0)) }, "items": element.json,
            ]
        )
    }

    /// What a definition of the schema says, by its name.
    static func definition(_ name: String) -> PlaceSchema {
        PlaceSchema(json: ["$ref": .string("#/definitions/" + name)])
    }

    /// One of several things; words come first, since editors propose them in this order.
    static func either(_ places: PlaceSchema...) -> PlaceSchema {
        either(places)
    }

    static func either(_ places: [PlaceSchema]) -> PlaceSchema {
        PlaceSchema(json: ["anyOf": .array(places.map(\.json))])
    }

    /// The place with what it is for.
    func about(_ description: String) -> OrderedJSON {
        // Beside a reference, draft-07 passes over all other keywords.
        if json["$ref"] != nil { return ["description": .string(description), "allOf": [json]] }
        guard case .object(let members) = json else { return json }
        return .object([OrderedJSON.Member("description", .string(description))] + members)
    }

    /// A word as YAML reads it: a plain number is no text there, nor is `null`.
    private static func scalar(_ word: String) -> OrderedJSON {
        if word == "null" { return .null }
        return OrderedJSON.isNumber(word) ? .number(word) : .string(word)
    }
}
