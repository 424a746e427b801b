import CharterContract

/// Types of a contract as Swift spells them.
struct SwiftType {
    /// The name that an object, an enumeration or anything else written in place gets.
    let nestedName: String

    /// The type of a value that must be there.
    func text(_ schema: Schema) -> String {
        bare(schema) + (schema.isNullable ? "?" : "")
    }

    /// The type of a property or parameter that may be absent.
    func text(_ property: SchemaProperty) -> String {
        property.isRequired ? text(property.schema) : bare(property.schema) + "?"
    }

    /// The type of a property that may be absent and may be null.
    ///
    /// - Parameter schema: the schema of what is neither.
    func presence(of schema: Schema) -> String {
        "Presence<\(bare(schema))>"
    }

    private func bare(_ schema: Schema) -> String {
        switch schema.shape {
        case .named(let name): name
        case .list(let element, _): "[\(text(element))]"
        case .map(let element, _): "[String: \(text(element))]"
        case .object, .enumeration, .union, .constant: nestedName
        case .scalar(.number, let bounds) where bounds.isExact: "ExactNumber"
        case .scalar(let scalar, _): Self.text(scalar)
        }
    }

    private static func text(_ scalar: Scalar) -> String {
        switch scalar {
        case .string, .slug, .email, .uri, .id: "String"
        case .uuid: "UniqueID"
        case .timestamp: "Timestamp"
        case .date: "CalendarDate"
        case .integer: "Int"
        case .number: "Double"
        case .decimal: "DecimalNumber"
        case .boolean: "Bool"
        case .any: "JSONValue"
        }
    }

    /// The types of the runtime that generated models may need an import for.
    static let ofRuntime: Set<String> = [
        "UniqueID", "Timestamp", "CalendarDate", "DecimalNumber", "ExactNumber", "JSONCodable", "JSONValue", "Page", "Presence", "RawJSON",
    ]
}

extension Schema {
    /// What the schema allows, for documentation: `1 to 200 characters`.
    var boundsInWords: String? {
        switch shape {
        case .scalar(_, let bounds):
            let length = bounds.length.inWords(unit: "characters", singular: "character")
            let range = bounds.range.inWords(unit: nil, singular: nil)
            let pattern = bounds.pattern.map { "matches `\($0)`" }
            let places = bounds.places.map { $0 == 0 ? "no digits behind the point" : "at most \($0) digits behind the point" }
            let prefix = bounds.prefix.map { "begins with `\($0)`" }
            let parts = [length, range, places, prefix, pattern].compactMap { $0 }
            return parts.isEmpty ? nil : parts.joined(separator: ", ").capitalizedFirst + "."
        case .list(_, let count):
            let parts = [count.inWords(unit: "items", singular: "item"), isUnique ? "no two alike" : nil].compactMap { $0 }
            return parts.isEmpty ? nil : parts.joined(separator: ", ").capitalizedFirst + "."
        case .map(_, let count): return count.inWords(unit: "members", singular: "member").map { $0.capitalizedFirst + "." }
        case .object, .enumeration, .union, .constant, .named: return nil
        }
    }
}

extension BoundsText {
    fileprivate func inWords(unit: String?, singular: String?) -> String? {
        let suffix = (maximum ?? minimum) == "1" ? singular.map { " " + $0 } : unit.map { " " + $0 }
        switch (minimum, maximum) {
        case (nil, nil): return nil
        case (let least?, let most?) where least == most: return "exactly \(least)\(suffix ?? "")"
        case (let least?, let most?): return "\(least) to \(most)\(suffix ?? "")"
        case (let least?, nil): return "at least \(least)\(suffix ?? "")"
        case (nil, let most?): return "at most \(most)\(suffix ?? "")"
        }
    }
}
