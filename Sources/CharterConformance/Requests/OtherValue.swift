import CharterRuntime

/// Valid values that are not the one there is.
struct OtherValue {
    private let api: APIDescription

    init(in api: APIDescription) {
        self.api = api
    }

    /// A value of a schema that differs from one; nil where only a person can know one.
    func than(_ value: JSONValue, of schema: APIDescription.Schema) -> JSONValue? {
        all(than: value, of: schema).first
    }

    /// Values of a schema that differ from one.
    func all(than value: JSONValue, of schema: APIDescription.Schema) -> [JSONValue] {
        candidates(value, schema).filter { $0 != value && api.faults(of: $0, against: schema).isEmpty }
    }

    private func candidates(_ value: JSONValue, _ schema: APIDescription.Schema) -> [JSONValue] {
        switch (value, api.resolved(schema)?.schema) {
        case (.boolean(let flag), _): return [.boolean(!flag)]
        case (.integer(let number), _): return [.integer(number &+ 1), .integer(number &- 1)]
        case (.number(let number), _): return [.number(number + 0.5), .number(number - 0.5)]
        case (.string, .enumeration(let values, _)): return values.map(JSONValue.string)
        case (.string(let text), .decimal): return numbers(beside: text)
        case (.string(let text), _):
            let day = text.hasPrefix("2") ? ["2" + String(text.dropFirst().first == "0" ? "1" : "0") + text.dropFirst(2)] : []
            let texts = [text + " II", text + "x", String(text.dropLast()), "7" + text.dropFirst(), text + "1", "x" + text] + day
            return texts.map(JSONValue.string)
        case (.object(let members), .object(let properties)):
            return properties.compactMap { property in
                guard let inner = members[property.name], let other = than(inner, of: property.schema) else { return nil }
                return value.setting(other, at: [.member(property.name)])
            }
        case (.object(let members), .map(let element, _)):
            return members.keys.sorted().compactMap { name in
                members[name].flatMap { than($0, of: element) }.flatMap { value.setting($0, at: [.member(name)]) }
            }
        case (.object, .union(let tag, let cases)):
            guard case .string(let word)? = value[tag], let type = cases.first(where: { $0.tag == word }) else { return [] }
            return candidates(value, type.schema)
        case (.array(let items), .list(let element, _, _)):
            let other = items.first.flatMap { than($0, of: element) }.map { [JSONValue.array([$0] + items.dropFirst())] } ?? []
            return other + [.array(items + items.prefix(1)), .array(Array(items.dropLast()))]
        default: return []
        }
    }

    /// Decimal numbers with as many places: another last digit, or another first one.
    private func numbers(beside text: String) -> [JSONValue] {
        let digits = text.indices.filter { text[$0].isNumber }
        var numbers: [JSONValue] = []
        for place in [digits.last, digits.first].compactMap(\.self) {
            let digit = text[place].wholeNumberValue ?? 0
            for other in [digit + 1, digit - 1] where (0...9).contains(other) {
                numbers.append(.string("\(text[..<place])\(other)\(text[text.index(after: place)...])"))
            }
        }
        return numbers
    }
}
