extension APIDescription.Schema {
    /// What the schema asks for, to follow "must be"; only the kind of value, for bounds have sentences of their own.
    var phrase: String {
        switch self {
        case .string, .enumeration: "text"
        case .constant(let text): "'\(text)'"
        case .decimal(let places, _): "a decimal number as text" + (places.map { ", with at most \($0) digits behind the point" } ?? "")
        case .integer: "a whole number within 64 bits"
        case .number, .exactNumber: "a number"
        case .boolean: "true or false"
        case .object, .map, .union: "an object"
        case .any: "any value"
        case .list: "a list"
        case .named(let name): name
        case .nullable(let inner): inner.phrase + " or null"
        }
    }
}

extension APIDescription.Bounds {
    /// The bounds in words, to follow "must be" or "must have".
    var phrase: String {
        switch (minimum, maximum) {
        case (let minimum?, let maximum?): minimum == maximum ? "exactly \(minimum)" : "\(minimum) to \(maximum)"
        case (let minimum?, nil): "at least \(minimum)"
        case (nil, let maximum?): "at most \(maximum)"
        case (nil, nil): "any number of"
        }
    }
}

extension APIDescription.StringFormat {
    /// What a text of this format is, to follow "must be".
    var phrase: String {
        switch self {
        case .plain: "text"
        case .timestamp: "a timestamp such as 2026-05-01T10:23:18Z"
        case .date: "a date such as 2026-05-01"
        case .uuid: "a UUID in lower case"
        case .uuid1, .uuid2, .uuid3, .uuid4, .uuid5, .uuid6, .uuid7, .uuid8:
            "a UUID of version \(uuidVersion.map(String.init) ?? "any") in lower case"
        case .uri: "an absolute URI"
        case .email: "an e-mail address"
        case .slug: "lower-case letters and digits, with single hyphens between them"
        }
    }
}

extension JSONValue {
    /// The whole number that the value is; `1.0` is one, as in JSON Schema.
    var wholeNumber: Int64? {
        switch self {
        case .integer(let value): value
        case .number(let value): Int64(exactly: value)
        default: nil
        }
    }

    /// The number that the value is, with all its digits; nil also for one of too many.
    var exactNumber: ExactNumber? {
        switch self {
        case .integer(let value): ExactNumber(String(value))
        case .number(let value): ExactNumber(value.description)
        case .exact(let value): ExactNumber(value.description)
        default: nil
        }
    }

    /// The number that the value is.
    var anyNumber: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        case .exact(let value): value.double
        default: nil
        }
    }
}
