import CharterRuntime

extension Schema {
    /// The schema as servers, clients and checks read it.
    package var description: APIDescription.Schema {
        // Any value may be null as it is.
        isNullable && bare != .any ? .nullable(bare) : bare
    }

    private var bare: APIDescription.Schema {
        switch shape {
        case .named(let name): .named(name)
        case .enumeration(let values): .enumeration(values.map(\.text), isOpen: !isClosed)
        case .constant(let text): .constant(text)
        case .list(let element, let count): .list(of: element.description, count: count.numbers(), isUnique: isUnique)
        case .map(let element, let count): .map(of: element.description, count: count.numbers())
        case .union(let tag, let cases):
            .union(by: tag, cases.map { APIDescription.UnionCase(tag: $0.tag, schema: $0.schema.description) })
        case .object(let properties):
            .object(properties.map(\.description))
        case .scalar(let scalar, let bounds): Self.scalar(scalar, bounds)
        }
    }

    private static func scalar(_ scalar: Scalar, _ bounds: ScalarBounds) -> APIDescription.Schema {
        switch scalar {
        case .boolean: .boolean
        case .any: .any
        case .decimal: .decimal(places: bounds.places, range: bounds.range.numbers())
        case .id: .string(length: bounds.length.numbers(), pattern: bounds.idPattern)
        case .integer: .integer(range: bounds.range.numbers())
        case .number where bounds.isExact: .exactNumber(places: bounds.places, range: bounds.range.numbers())
        case .number: .number(range: bounds.range.numbers())
        case .string: .string(length: bounds.length.numbers(), pattern: bounds.pattern)
        case .uuid: .string(format: bounds.version.flatMap { .init(uuidVersion: $0) } ?? .uuid)
        case .slug, .email, .uri, .timestamp, .date:
            .string(
                format: APIDescription.StringFormat(rawValue: scalar.rawValue) ?? .plain,
                length: bounds.length.numbers(),
                pattern: bounds.pattern
            )
        }
    }
}

extension SchemaProperty {
    fileprivate var description: APIDescription.Property {
        APIDescription.Property(
            name,
            schema.description,
            isRequired: isRequired,
            initialValue: initialValue?.compactText,
            defaultValue: defaultValue?.compactText
        )
    }
}

extension Schema.ScalarBounds {
    /// What an id looks like: its prefix, then anything but white space.
    package var idPattern: String {
        let prefix = (prefix ?? "").map { $0 == "." ? "\\." : String($0) }.joined()
        return "^\(prefix)\\S+$"
    }
}

extension Schema.ScalarBounds {
    /// What a UUID of the version looks like in lower case (RFC 9562 §4); nil where any will do.
    package var uuidPattern: String? {
        version.map { "^[0-9a-f]{8}-[0-9a-f]{4}-\($0)[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$" }
    }
}

extension BoundsText {
    /// The bounds as numbers; the reader takes none that is not one.
    fileprivate func numbers<Value: LosslessStringConvertible>() -> APIDescription.Bounds<Value> {
        APIDescription.Bounds(minimum.flatMap(Value.init), maximum.flatMap(Value.init))
    }
}
