import CharterRuntime

extension APIDescription {
    /// Values of a parameter as a request sends them, one for each time that its name stands there; nil where only a person can know them.
    func sampleTexts(of parameter: Parameter) -> [String]? {
        guard case .list(let element, let count, let isUnique)? = resolved(parameter.schema)?.schema else {
            return (parameter.defaultValue ?? sampleText(of: parameter.schema)).map { [$0] }
        }
        let wanted = max(1, count.minimum ?? 1)
        var texts = sampleText(of: element).map { Array(repeating: $0, count: wanted) }
        if isUnique, wanted > 1 {
            guard case .enumeration(let values, _)? = resolved(element)?.schema, values.count >= wanted else { return nil }
            texts = Array(values.prefix(wanted))
        }
        return parameter.listStyle == .comma ? texts.map { [$0.joined(separator: ",")] } : texts
    }

    /// A text that fits the pattern of a schema, made up from it; nil where that cannot be done.
    ///
    /// It names nothing that there is: it is for requests that are refused before anyone looks for it.
    func inventedText(of schema: Schema) -> String? {
        guard case .string(_, _, let pattern?)? = resolved(schema)?.schema else { return nil }
        return (0...40).lazy.compactMap { PatternSample.text(of: pattern, extra: $0) }.first { text in
            faults(of: .string(text), against: schema).isEmpty
        }
    }

    /// A text that fits a schema and was most likely never used; nil where none can be made up.
    func uniqueText(of schema: Schema) -> String? {
        guard case .string(_, let length, let pattern)? = resolved(schema)?.schema else { return nil }
        let unique = UniqueID().description
        let digits = unique.replacing("-", with: "")
        let cut = String(digits.prefix(max(6, min(16, length.maximum ?? 16))))
        // Where a part may be repeated, the longer text is the rarer one.
        let matching = [12, 8, 6, 4, 3, 2, 1, 0, 16, 24, 32].lazy.compactMap { extra in
            pattern.flatMap { PatternSample.text(of: $0, extra: extra, isRandom: true) }
        }
        func isFit(_ text: String) -> Bool { faults(of: .string(text), against: schema).isEmpty }
        return [unique, digits, cut].first(where: isFit) ?? matching.first(where: isFit)
    }

    /// The text of a scalar value that fits a schema; nil where only a person can know one.
    func sampleText(of schema: Schema) -> String? {
        switch resolved(schema)?.schema {
        case .string(let format, let length, nil): format.sample(length: length)
        case .integer(let range): String(range.minimum ?? range.maximum ?? 1)
        case .number(let range): (range.minimum ?? range.maximum ?? 1).digits
        case .decimal(_, let range), .exactNumber(_, let range): (range.minimum ?? range.maximum ?? 1).digits
        case .boolean: "true"
        case .constant(let text): text
        case .enumeration(let values, _): values.first
        case .any: "1"
        case .string, .object, .list, .map, .union, .named, .nullable, nil: nil
        }
    }
}

extension APIDescription.StringFormat {
    fileprivate func sample(length: APIDescription.Bounds<Int>) -> String? {
        switch self {
        case .plain, .slug: String(repeating: "a", count: max(1, length.minimum ?? 1))
        case .timestamp: "2026-05-01T10:23:18Z"
        case .date: "2026-05-01"
        case .uuid, .uuid1, .uuid2, .uuid3, .uuid4, .uuid5, .uuid6, .uuid7, .uuid8:
            "8ad4f7c2-9e3b-\(uuidVersion ?? 4)a1c-bc2f-1d8e3a9b7c4d"
        case .uri: "https://example.com/"
        case .email: "someone@example.com"
        }
    }
}

extension Double {
    /// The number without a fraction where it has none.
    fileprivate var digits: String {
        Int64(exactly: self).map(String.init) ?? String(self)
    }
}
