import CharterContract
import CharterRuntime

extension SchemaProperty {
    /// What documentation says of a field or parameter beside its meaning and bounds.
    var remarks: [String] {
        [
            defaultValue.map { "If absent: `\($0.plainText ?? $0.compactText)`." },
            initialValue.map { "Of a new one: `\($0.plainText ?? $0.compactText)`." },
            ignoresInvalid ? "A value that does not fit counts as absent." : nil,
            missing?.status.map { "A request without it is answered \($0)." },
            invalid?.status.map { "A value that does not fit is answered \($0)." },
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
        case (.scalar(.number, let bounds), .number(let digits)) where bounds.isExact:
            return ExactNumber(digits)?.expression
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

extension ExactNumber {
    /// The number as Swift writes it; nil if its digits are no `Int`.
    fileprivate var expression: String? {
        let parts = digits.split(separator: ".")
        guard let units = Int(parts.joined()) else { return nil }
        return parts.count == 1 ? String(units) : "ExactNumber(\(units), places: \(parts[1].count))"
    }
}
