import CharterRuntime

/// Which values of a field tell whether it is kept.
extension APIDescription.Property {
    /// Whether it is one of a few values, as states are.
    func isState(in api: APIDescription) -> Bool {
        switch api.resolved(schema)?.schema {
        case .boolean, .enumeration: true
        default: false
        }
    }

    /// Whether it may be any text, between bounds of its length.
    func isPlainText(in api: APIDescription) -> Bool {
        if case .string(.plain, _, nil)? = api.resolved(schema)?.schema { true } else { false }
    }

    /// Whether it is any kind of text.
    func isText(in api: APIDescription) -> Bool {
        if case .string? = api.resolved(schema)?.schema { true } else { false }
    }

    /// Whether it may be null, and is a single value or one of a few else.
    func isNullableScalar(in api: APIDescription) -> Bool {
        guard let resolved = api.resolved(schema), resolved.isNullable else { return false }
        return switch resolved.schema {
        case .object, .list, .map, .union, .any: false
        default: true
        }
    }

    /// Whether it is a number that may have a fraction, or a text that is one.
    func isFractional(in api: APIDescription) -> Bool {
        switch api.resolved(schema)?.schema {
        case .number, .exactNumber, .decimal: true
        default: false
        }
    }

    /// The value that programs take for none where they ask whether there is one; nil where it cannot be.
    func nothing(in api: APIDescription) -> JSONValue? {
        let value: JSONValue
        switch api.resolved(schema)?.schema {
        case .boolean: value = .boolean(false)
        case .integer, .number, .exactNumber: value = .integer(0)
        case .string(.plain, _, nil): value = .string("")
        case .list: value = .array([])
        default: return nil
        }
        return api.faults(of: value, against: schema).isEmpty ? value : nil
    }

    /// The same but for texts: whether an empty one is as good as none, is not said of what is new.
    func nothingButText(in api: APIDescription) -> JSONValue? {
        let value = nothing(in: api)
        switch value {
        // What has to be there may have to be agreed to, or answered.
        case .boolean, .array: return isRequired ? nil : value
        case .string: return nil
        default: return value
        }
    }

    /// Whether it can have a value that no server comes to by itself.
    func canBeOdd(in api: APIDescription) -> Bool {
        switch api.resolved(schema)?.schema {
        case .string, .decimal, .integer: true
        default: false
        }
    }

    /// The longest text that it may be, of letters alone; nil where texts have a form, no bound, or one that few bodies have room for.
    func longestPlainText(in api: APIDescription) -> String? {
        guard case .string(.plain, let length, nil)? = api.resolved(schema)?.schema, let most = length.maximum, (1...1_000).contains(most)
        else {
            return nil
        }
        return String(String.UnicodeScalarView((0..<most).map { Unicode.Scalar(UInt8(ascii: "a") + UInt8($0 % 26)) }))
    }
}
