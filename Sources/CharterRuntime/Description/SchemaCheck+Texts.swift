extension SchemaCheck {
    /// Compares a text with what the schema asks of texts.
    mutating func check(_ text: String, _ schema: APIDescription.Schema, _ offset: Int) {
        switch schema {
        case .string(let format, let length, let pattern):
            check(text, format: format, length: length, pattern: pattern, offset)
        case .constant(let expected):
            if expected != text { report("must be \(schema.phrase)", offset) }
        case .decimal(let places, let range):
            check(decimal: text, places: places, within: range, offset)
        case .enumeration(let texts, let isOpen):
            if !texts.contains(text), direction == .request || !isOpen {
                report("must be one of \(texts.joined(separator: ", "))", offset)
            }
        default: report("must be \(schema.phrase)", offset)
        }
    }

    private mutating func check(decimal text: String, places: Int?, within range: APIDescription.Bounds<DecimalNumber>, _ offset: Int) {
        guard let number = DecimalNumber(text) else { return report("must be a decimal number as text, such as 12.50", offset) }
        let written = text.split(separator: ".").dropFirst().first?.count ?? 0
        if let places, written > places {
            report("must have at most \(places) digits behind the point, found \(written)", offset)
        }
        if !range.contains(number) { report("must be \(range.phrase), found \(text)", offset) }
    }

    private mutating func check(
        _ text: String,
        format: APIDescription.StringFormat,
        length: APIDescription.Bounds<Int>,
        pattern: String?,
        _ offset: Int
    ) {
        let count = text.unicodeScalars.count
        if !length.contains(count) { report("must have \(length.phrase) characters, found \(count)", offset) }
        if !format.allows(text, direction: direction) { report("must be \(format.phrase)", offset) }
        // A text that is too long is not searched: its length alone would decide how long the search takes.
        guard let pattern, count <= length.maximum ?? .max else { return }
        guard let compiled = CompiledPattern.of(pattern) else {
            return report("cannot be checked: the API's description has a malformed pattern", offset)
        }
        if !compiled.isFound(in: text) { report("must match the pattern \(pattern)", offset) }
    }

    mutating func check<Number: Comparable & Sendable & Hashable>(
        _ number: Number?,
        within range: APIDescription.Bounds<Number>,
        _ expected: String,
        _ offset: Int
    ) {
        guard let number else { return report("must be \(expected)", offset) }
        if !range.contains(number) { report("must be \(range.phrase), found \(number)", offset) }
    }
}
