import CharterRuntime

extension APIDescription {
    /// The text of a parameter value that fits a schema; nil where only a person can know one.
    func sampleText(of schema: Schema) -> String? {
        switch resolved(schema)?.schema {
        case .string(let format, let length, nil): format.sample(length: length)
        case .integer(let range): String(range.minimum ?? range.maximum ?? 1)
        case .number(let range): String(range.minimum ?? range.maximum ?? 1)
        case .boolean: "true"
        case .enumeration(let values, _): values.first
        case .string, .object, .list, .named, .nullable, nil: nil
        }
    }
}

extension APIDescription.StringFormat {
    fileprivate func sample(length: APIDescription.Bounds<Int>) -> String? {
        switch self {
        case .plain, .slug: String(repeating: "a", count: max(1, length.minimum ?? 1))
        case .timestamp: "2026-05-01T10:23:18Z"
        case .date: "2026-05-01"
        case .uuid: "8ad4f7c2-9e3b-4a1c-bc2f-1d8e3a9b7c4d"
        case .uri: "https://example.com/"
        case .email: "someone@example.com"
        }
    }
}
