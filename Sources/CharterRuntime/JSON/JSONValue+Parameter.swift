extension JSONValue {
    /// A parameter's text as the value that its schema asks for; where it is none, the text itself, which no such schema allows.
    package init(parameter text: String, _ schema: APIDescription.Schema?) {
        switch schema {
        case .integer: self = Self.wholeNumber(text).map(JSONValue.integer) ?? .string(text)
        case .number, .exactNumber: self = Self.number(text) ?? .string(text)
        case .boolean: self = Bool(text).map(JSONValue.boolean) ?? .string(text)
        default: self = .string(text)
        }
    }

    /// Digits with a minus sign or none: Swift would also read `+5`.
    private static func wholeNumber(_ text: String) -> Int64? {
        text.first == "+" ? nil : Int64(text)
    }

    /// A number as JSON writes it: Swift would also read `nan`, `infinity`, `.5` and `0x1p4`.
    private static func number(_ text: String) -> JSONValue? {
        Numeral.reading(text) { JSONValue($0) }
    }
}
