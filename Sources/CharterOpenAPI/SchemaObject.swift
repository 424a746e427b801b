import CharterContract
import CharterRuntime

/// Schemas of OpenAPI 3.1, which are JSON Schema 2020-12.
enum SchemaObject {
    /// A named type under `components`.
    static func component(_ schema: Schema) -> OrderedJSON {
        described(schema, mark: schema.assumption)
    }

    /// A type where it is used: a reference stays bare.
    static func use(_ schema: Schema) -> OrderedJSON {
        if case .named = schema.shape { return bare(schema) }
        return described(schema, mark: schema.isAssumedThroughout ? nil : schema.assumption)
    }

    /// The schema without description and example, for places that have members of their own for them.
    static func bare(_ schema: Schema) -> OrderedJSON {
        let shape = OrderedJSON.object(shape(schema).compactMap { $0 })
        guard schema.isNullable else { return shape }
        if case .named = schema.shape { return ["anyOf": [shape, ["type": "null"]]] }
        return shape
    }

    /// The schema with its example, but without its description; a reference stays bare.
    static func withExample(_ schema: Schema) -> OrderedJSON {
        guard case .object(let members) = bare(schema), members.first?.name != "$ref" else { return bare(schema) }
        return .object(members + [OrderedJSON.Member("example", schema.example)])
    }

    /// A property; it has a mark of its own unless all of the object is assumed.
    private static func property(_ property: SchemaProperty, in object: Schema) -> OrderedJSON {
        let schema = described(property.schema, mark: object.isAssumedThroughout ? nil : property.schema.assumption)
        let remarks: OrderedJSON = [
            "default": property.defaultValue,
            "x-charter-initial": property.initialValue,
            "readOnly": property.isReadOnly ? true : nil,
            "deprecated": property.isDeprecated ? true : nil,
        ]
        guard case .object(var members) = schema, case .object(let added) = remarks, !added.isEmpty else { return schema }
        if members.first?.name == "$ref" { members = [OrderedJSON.Member("allOf", [schema])] }
        return .object(members + added)
    }

    private static func described(_ schema: Schema, mark: OrderedJSON?) -> OrderedJSON {
        guard case .object(let shape) = bare(schema) else { return bare(schema) }
        let isReference = shape.first?.name == "$ref"
        var members = shape
        if let about = schema.about {
            let description = OrderedJSON.Member("description", .string(about + values(schema)))
            // A reference has no members beside it that every tool reads, so a described one is wrapped.
            if isReference { members = [OrderedJSON.Member("allOf", [bare(schema)])] }
            members.insert(description, at: members.first?.name == "type" ? 1 : 0)
        }
        if !isReference { members.append(OrderedJSON.Member("example", schema.example)) }
        if let mark { members.append(OrderedJSON.Member("x-charter-assumed", mark)) }
        return .object(members + schema.extensions)
    }

    private static func shape(_ schema: Schema) -> [OrderedJSON.Member?] {
        switch schema.shape {
        case .named(let name): [member("$ref", .string("#/components/schemas/\(name)"))]
        case .enumeration(let values):
            [
                member("type", type("string", schema)),
                member("enum", .array(values.map { .string($0.text) } + (schema.isNullable ? [.null] : []))),
            ]
        case .list(let element, let count):
            [member("type", type("array", schema)), member("items", use(element))] + bounds(count, "minItems", "maxItems")
                + [schema.isUnique ? member("uniqueItems", true) : nil]
        case .map(let element, let count):
            [member("type", type("object", schema)), member("additionalProperties", use(element))]
                + bounds(count, "minProperties", "maxProperties")
        case .union(let tag, let cases): union(by: tag, cases, schema)
        case .constant(let text):
            schema.isNullable
                ? [member("type", type("string", schema)), member("enum", [.string(text), .null])]
                : [member("type", "string"), member("const", .string(text))]
        case .scalar(let scalar, let bounds): self.scalar(scalar, bounds, schema)
        case .object(let properties):
            [
                member("type", type("object", schema)), required(properties),
                member("properties", .object(properties.map { OrderedJSON.Member($0.name, self.property($0, in: schema)) })),
            ]
        }
    }

    /// One of several types; tools find the right one by the discriminator.
    private static func union(by tag: String, _ cases: [Schema.UnionCase], _ schema: Schema) -> [OrderedJSON.Member?] {
        let references = cases.map { bare($0.schema) }
        let mapping = zip(cases, references).map { OrderedJSON.Member($0.tag, $1["$ref"] ?? "") }
        return [
            member("oneOf", .array(references + (schema.isNullable ? [["type": "null"]] : []))),
            member("discriminator", ["propertyName": .string(tag), "mapping": .object(mapping)]),
        ]
    }

    private static func scalar(_ scalar: Scalar, _ bounds: Schema.ScalarBounds, _ schema: Schema) -> [OrderedJSON.Member?] {
        switch scalar {
        case .any: []
        case .boolean: [member("type", type("boolean", schema))]
        case .decimal:
            [
                member("type", type("string", schema)), member("format", "decimal"),
                member("pattern", .string(decimalPattern(places: bounds.places))),
            ] + self.bounds(bounds.range, "x-minimum", "x-maximum")
        case .id:
            [member("type", type("string", schema))] + self.bounds(bounds.length, "minLength", "maxLength")
                + [member("pattern", .string(bounds.idPattern))]
        case .integer: number("integer", format: "int64", bounds.range, schema)
        case .number where bounds.isExact:
            number("number", format: "decimal", bounds.range, schema) + [
                bounds.places.flatMap(unit).map { member("multipleOf", .number($0)) }
            ]
        case .number: number("number", format: "double", bounds.range, schema)
        case .slug:
            [member("type", type("string", schema))] + self.bounds(bounds.length, "minLength", "maxLength")
                + [member("pattern", "^[a-z0-9]+(-[a-z0-9]+)*$")]
        case .string, .email, .uri, .uuid, .timestamp, .date:
            [member("type", type("string", schema)), format(of: scalar).map { member("format", .string($0)) }]
                + self.bounds(bounds.length, "minLength", "maxLength")
                + [(bounds.pattern ?? bounds.uuidPattern).map { member("pattern", .string($0)) }]
        }
    }

    /// Digits, and behind a point at most so many more.
    private static func decimalPattern(places: Int?) -> String {
        let fraction =
            switch places {
            case 0: ""
            case let places?: "(\\.[0-9]{1,\(places)})?"
            case nil: "(\\.[0-9]+)?"
            }
        return "^-?(0|[1-9][0-9]*)\(fraction)$"
    }

    /// The smallest number with so many digits behind the point; nil for more digits than a number can have.
    private static func unit(_ places: Int) -> String? {
        if places >= ExactNumber.maximumDigits { return nil }
        return places == 0 ? "1" : "0." + String(repeating: "0", count: places - 1) + "1"
    }

    private static func number(_ name: String, format: String, _ range: BoundsText, _ schema: Schema) -> [OrderedJSON.Member?] {
        [member("type", type(name, schema)), member("format", .string(format))] + bounds(range, "minimum", "maximum")
    }

    /// The names of the properties that must be there; JSON Schema would rather have no list than an empty one.
    private static func required(_ properties: [SchemaProperty]) -> OrderedJSON.Member? {
        let names = properties.filter(\.isRequired).map { OrderedJSON.string($0.name) }
        return names.isEmpty ? nil : member("required", .array(names))
    }

    private static func format(of scalar: Scalar) -> String? {
        switch scalar {
        case .timestamp: "date-time"
        case .date, .email, .uri, .uuid: scalar.rawValue
        case .string, .slug, .id, .integer, .number, .decimal, .boolean, .any: nil
        }
    }

    private static func type(_ name: String, _ schema: Schema) -> OrderedJSON {
        schema.isNullable ? [.string(name), "null"] : .string(name)
    }

    private static func bounds(_ bounds: BoundsText, _ minimum: String, _ maximum: String) -> [OrderedJSON.Member?] {
        [bounds.minimum.map { member(minimum, .number($0)) }, bounds.maximum.map { member(maximum, .number($0)) }]
    }

    private static func member(_ name: String, _ value: OrderedJSON) -> OrderedJSON.Member {
        OrderedJSON.Member(name, value)
    }

    /// The values of an enumeration with what they mean, and that there may be more of them one day.
    private static func values(_ schema: Schema) -> String {
        if case .union = schema.shape { return " Later versions may add types." }
        guard case .enumeration(let values) = schema.shape else { return "" }
        let isDescribed = values.contains { $0.about != nil }
        let lines = values.map { value in "\n- `\(value.text)`" + (value.about.map { ": \($0.asSentence)" } ?? "") }
        if schema.isClosed { return isDescribed ? "\n" + lines.joined() : "" }
        return (isDescribed ? "\n" + lines.joined() + "\n\n" : " ") + "Later versions may add values."
    }
}
