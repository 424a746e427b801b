import CharterContract

/// Parts of an `APIDescription` as Swift expressions.
enum DescriptionExpression {
    static func call(_ name: String, _ arguments: (String?, SwiftExpression?)...) -> SwiftExpression {
        .call(name, arguments.compactMap { label, value in value.map { SwiftExpression.Argument(label: label, value: $0) } })
    }

    static func text(_ text: String?) -> SwiftExpression {
        text.map(SwiftExpression.string) ?? .atom("nil")
    }

    static func number(_ number: Int) -> SwiftExpression {
        .atom(String(number))
    }

    static func texts(_ texts: [String]) -> SwiftExpression {
        .array(texts.map(SwiftExpression.string))
    }

    static func scopes(_ names: ScopeNames) -> SwiftExpression {
        switch names {
        case .all: .atom(".all")
        case .only(let names): call(".only", (nil, texts(names)))
        }
    }

    static func schema(_ schema: Schema) -> SwiftExpression {
        let bare = shape(schema.shape)
        return schema.isNullable ? call(".nullable", (nil, bare)) : bare
    }

    private static func shape(_ shape: Schema.Shape) -> SwiftExpression {
        switch shape {
        case .named(let name): call(".named", (nil, .string(name)))
        case .enumeration(let values): call(".enumeration", (nil, texts(values.map(\.text))), ("isOpen", .atom("true")))
        case .list(let element, let count): call(".list", ("of", schema(element)), ("count", bounds(count)))
        case .object(let properties): call(".object", (nil, .array(properties.map(property))))
        case .scalar(let scalar, let bounds): self.scalar(scalar, bounds)
        }
    }

    private static func property(_ property: SchemaProperty) -> SwiftExpression {
        call(
            ".init",
            (nil, .string(property.name)),
            (nil, schema(property.schema)),
            ("isRequired", property.isRequired ? nil : .atom("false"))
        )
    }

    private static func scalar(_ scalar: Scalar, _ bounds: Schema.ScalarBounds) -> SwiftExpression {
        switch scalar {
        case .boolean: .atom(".boolean")
        case .integer: call(".integer", ("range", self.bounds(bounds.range)))
        case .number: call(".number", ("range", self.bounds(bounds.range)))
        case .string, .slug, .email, .uri, .uuid, .timestamp, .date:
            call(
                ".string",
                ("format", scalar == .string ? nil : .atom(".\(scalar.rawValue)")),
                ("length", self.bounds(bounds.length)),
                ("pattern", bounds.pattern.map(SwiftExpression.string))
            )
        }
    }

    private static func bounds(_ bounds: BoundsText) -> SwiftExpression? {
        switch (bounds.minimum, bounds.maximum) {
        case (nil, nil): nil
        case (let minimum?, nil): .atom(".init(\(minimum))")
        case (let minimum, let maximum?): .atom(".init(\(minimum ?? "nil"), \(maximum))")
        }
    }
}
