/// Maps: of known keys, and of names to things of one kind.
extension PlaceSchema {
    /// A map of known keys.
    ///
    /// - Parameters:
    ///   - takesExtensions: whether keys that begin with `x-` may stand beside them.
    ///   - isChoice: whether exactly one of the keys is written.
    static func map(_ keys: [SchemaKey], takesExtensions: Bool = false, isChoice: Bool = false) -> PlaceSchema {
        let needed = keys.filter(\.isNeeded).map { OrderedJSON.string($0.name) }
        return PlaceSchema(
            json: [
                "type": "object", "minProperties": isChoice ? 1 : nil, "maxProperties": isChoice ? 1 : nil,
                "required": needed.isEmpty ? nil : .array(needed),
                "properties": .object(keys.map { OrderedJSON.Member($0.name, $0.value) }),
                "patternProperties": takesExtensions ? ["^x-": ["description": "Passes into OpenAPI as it is."]] : nil,
                "additionalProperties": false,
            ]
        )
    }

    /// The map with exactly one of these keys among its others.
    func withOne(of keys: [String]) -> PlaceSchema {
        adding("oneOf", .array(keys.map { ["required": [.string($0)]] }))
    }

    /// The map with at least one of these keys among its others.
    func withSome(of keys: [String]) -> PlaceSchema {
        adding("anyOf", .array(keys.map { ["required": [.string($0)]] }))
    }

    /// The map in which certain keys stand only beside others.
    func with(_ companions: KeyValuePairs<String, String>) -> PlaceSchema {
        adding("dependencies", .object(companions.map { OrderedJSON.Member($0.key, [.string($0.value)]) }))
    }

    func adding(_ keyword: String, _ value: OrderedJSON) -> PlaceSchema {
        guard case .object(let members) = json else { return self }
        return PlaceSchema(json: .object(members + [OrderedJSON.Member(keyword, value)]))
    }

    /// A map of names to things of one kind, or `none`.
    ///
    /// - Parameters:
    ///   - value: what stands behind each name.
    ///   - form: a regular expression for all of a name.
    ///   - example: a name of that form.
    static func names(_ value: PlaceSchema, of form: String = ".+", _ example: String = "a") -> PlaceSchema {
        either(names(value, of: form, example, atLeast: 0), none)
    }

    /// A map of at least one name to things of one kind.
    static func someNames(_ value: PlaceSchema, of form: String = ".+", _ example: String = "a") -> PlaceSchema {
        names(value, of: form, example, atLeast: 1)
    }

    private static func names(_ value: PlaceSchema, of form: String, _ example: String, atLeast minimum: Int) -> PlaceSchema {
        PlaceSchema(
            json: [
                "type": "object", "minProperties": minimum > 0 ? .number(String(minimum)) : nil,
                "propertyNames": ["examples": [.string(example)]],
                "patternProperties": .object([OrderedJSON.Member("^(?:\(form))$", value.json)]), "additionalProperties": false,
            ]
        )
    }
}
