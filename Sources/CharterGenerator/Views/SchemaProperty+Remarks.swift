import CharterContract

extension SchemaProperty {
    /// What documentation says of a field or parameter beside its meaning and bounds.
    var remarks: [String] {
        [
            defaultValue.map { "If absent: `\($0.plainText ?? $0.compactText)`." },
            initialValue.map { "Of a new one: `\($0.plainText ?? $0.compactText)`." },
            ignoresInvalid ? "A value that does not fit counts as absent." : nil,
            isReadOnly ? "Set by the server." : nil,
            isDeprecated ? "Deprecated: use it no longer." : nil,
        ].compactMap { $0 }
    }

    /// Whether the value is a list, by itself or because its named type is.
    func isList(_ schemas: [String: Schema]) -> Bool {
        if case .list = schema.behindNames(schemas).shape { true } else { false }
    }

    /// The default as Swift writes it; nil where there is none, or where Swift has no literal for its type.
    func defaultLiteral(_ schemas: [String: Schema]) -> String? {
        guard let value = defaultValue else { return nil }
        switch (schema.behindNames(schemas).shape, value) {
        case (.scalar(let scalar, _), .string(let text)) where [.string, .slug, .email, .uri, .id].contains(scalar):
            return StringLiteral(text).oneLine
        case (.scalar(.integer, _), .number(let digits)), (.scalar(.number, _), .number(let digits)): return digits
        case (.scalar(.boolean, _), .boolean(let value)): return String(value)
        case (.enumeration, .string(let text)), (.constant, .string(let text)): return "." + SwiftIdentifier.enumerationCase(text)
        default: return nil
        }
    }
}

extension Schema {
    /// The schema behind a type that may only be another name for it.
    func behindNames(_ schemas: [String: Schema]) -> Schema {
        var schema = self
        for _ in 0...schemas.count {
            guard case .named(let name) = schema.shape, let next = schemas[name] else { break }
            schema = next
        }
        return schema
    }
}
