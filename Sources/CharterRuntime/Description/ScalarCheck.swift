/// What keeps a value without parts from fitting a schema, each fault in words that follow the name of its place.
///
/// Bodies, parameters and keys are judged by the same words.
struct ScalarCheck {
    let direction: APIDescription.Direction

    /// What keeps a text from fitting a schema, behind which no name stands.
    func faults(of text: String, _ schema: APIDescription.Schema) -> [String] {
        switch schema {
        case .string(let format, let length, let pattern):
            faults(of: text, format: format, length: length, pattern: pattern)
        case .constant(let expected): expected.hasSameBytes(as: text) ? [] : ["must be \(schema.phrase)"]
        case .decimal(let places, let range): faults(ofDecimal: text, places: places, within: range)
        case .enumeration(let texts, let isOpen):
            texts.contains { $0.hasSameBytes(as: text) } || (isOpen && direction == .response)
                ? [] : ["must be one of \(texts.joined(separator: ", "))"]
        case .any: []
        default: ["must be \(schema.phrase)"]
        }
    }

    /// What keeps a number from being within bounds; nil stands for what is no such number.
    func faults<Number: Comparable & Sendable & Hashable>(
        of number: Number?,
        within range: APIDescription.Bounds<Number>,
        _ expected: String
    ) -> [String] {
        guard let number else { return ["must be \(expected)"] }
        return range.contains(number) ? [] : ["must be \(range.phrase), found \(number)"]
    }

    /// What keeps a value from fitting a schema, behind which no name stands; nil for a value of which the parts must be looked at.
    func faults(of value: JSONValue, _ schema: APIDescription.Schema) -> [String]? {
        switch (schema, value) {
        case (.any, _), (.boolean, .boolean): []
        case (.integer(let range), _): faults(of: value.wholeNumber, within: range, "a whole number within 64 bits")
        case (.number(let range), _): faults(of: value.anyNumber, within: range, "a number")
        case (.exactNumber(let places, let range), .integer), (.exactNumber(let places, let range), .number),
            (.exactNumber(let places, let range), .exact):
            faults(ofExact: value.exactNumber, places: places, within: range)
        case (_, .string(let text)): faults(of: text, schema)
        case (.object, .object), (.map, .object), (.union, .object), (.list, .array): nil
        default: ["must be \(schema.phrase)"]
        }
    }

    /// What keeps a number from being within bounds, and from having no more digits behind the point than it may; nil stands for one of too many digits.
    func faults(ofExact number: ExactNumber?, places: Int?, within range: APIDescription.Bounds<DecimalNumber>) -> [String] {
        guard let number else { return ["must be \(ExactNumber.phrase)"] }
        var faults: [String] = []
        if let places, number.places > places {
            faults.append("must have at most \(places) digits behind the point, found \(number.places)")
        }
        if !range.contains(number.decimal) { faults.append("must be \(range.phrase), found \(number)") }
        return faults
    }

    private func faults(ofDecimal text: String, places: Int?, within range: APIDescription.Bounds<DecimalNumber>) -> [String] {
        guard let number = DecimalNumber(text) else { return ["must be a decimal number as text, such as 12.50"] }
        var faults: [String] = []
        let written = text.split(separator: ".").dropFirst().first?.count ?? 0
        if let places, written > places { faults.append("must have at most \(places) digits behind the point, found \(written)") }
        if !range.contains(number) { faults.append("must be \(range.phrase), found \(text)") }
        return faults
    }

    private func faults(
        of text: String,
        format: APIDescription.StringFormat,
        length: APIDescription.Bounds<Int>,
        pattern: String?
    ) -> [String] {
        var faults: [String] = []
        let count = text.unicodeScalars.count
        if !length.contains(count) { faults.append("must have \(length.phrase) characters, found \(count)") }
        if !format.allows(text, direction: direction) { faults.append("must be \(format.phrase)") }
        // A text that is too long is not searched: its length alone would decide how long the search takes.
        guard let pattern, count <= length.maximum ?? .max else { return faults }
        guard let compiled = CompiledPattern.of(pattern) else {
            return faults + ["cannot be checked: the API's description has a malformed pattern"]
        }
        if !compiled.isFound(in: text) { faults.append("must match the pattern \(pattern)") }
        return faults
    }
}

extension APIDescription.Bounds<Int> {
    /// What keeps a number of items or members from being within the bounds; nil if nothing does.
    func fault(ofCount count: Int, _ things: String) -> String? {
        contains(count) ? nil : "must have \(phrase) \(things), found \(count)"
    }
}
