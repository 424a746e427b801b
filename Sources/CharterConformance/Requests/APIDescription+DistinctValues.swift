import CharterRuntime

extension APIDescription {
    /// So many values of a schema, each another one; nil where they are not known to fit without a person who knows them.
    ///
    /// What names something that has to be there, such as a UUID or a slug, is not made up unless that is said to do no harm.
    func distinctValues(of schema: Schema, count: Int, invents: Bool = false) -> [JSONValue]? {
        let made = candidates(of: schema, count: count) + (invents ? inventions(of: schema, count: count) : [])
        let values = made.filter { faults(of: $0, against: schema).isEmpty }
        return values.count >= count && Set(values).count == values.count ? Array(values.prefix(count)) : nil
    }

    /// Values that have the right form and perhaps name nothing.
    private func inventions(of schema: Schema, count: Int) -> [JSONValue] {
        switch resolved(schema)?.schema {
        case .string(.slug, let length, _):
            let width = max(length.minimum ?? 1, String(count).count + 1)
            return (0..<max(0, count)).map { .string("a" + String(repeating: "0", count: width - 1 - String($0).count) + String($0)) }
        case .string(let format, _, _) where format.uuidVersion != nil || format == .uuid:
            guard case .string(let text)? = sampleValue(of: schema) else { return [] }
            return (0..<min(max(0, count), 1_000)).map { number in
                let digits = String(number)
                return .string(text.dropLast(digits.count) + digits)
            }
        default: return []
        }
    }

    private func candidates(of schema: Schema, count: Int) -> [JSONValue] {
        let numbers = 0..<max(0, count)
        switch resolved(schema)?.schema {
        case .integer(let range):
            // Upwards from the least, or downwards from the greatest.
            if range.minimum == nil, let greatest = range.maximum { return numbers.map { .integer(greatest &- Int64($0)) } }
            return numbers.map { .integer((range.minimum ?? 1) &+ Int64($0)) }
        case .number(let range):
            if range.minimum == nil, let greatest = range.maximum { return numbers.map { .number(greatest - Double($0)) } }
            return numbers.map { .number((range.minimum ?? 1) + Double($0)) }
        case .enumeration(let values, _): return values.map(JSONValue.string)
        case .string(.plain, let length, nil):
            let width = max(length.minimum ?? 1, String(count).count)
            return numbers.map { number in
                let digits = String(number)
                return .string(String(repeating: "a", count: width - digits.count) + digits)
            }
        case .string(.email, _, _): return numbers.map { .string("someone\($0)@example.com") }
        case .string(.uri, _, _): return numbers.map { .string("https://example.com/\($0)") }
        case .string(.date, _, _): return (1...28).map { .string($0 < 10 ? "2026-05-0\($0)" : "2026-05-\($0)") }
        default: return []
        }
    }
}
