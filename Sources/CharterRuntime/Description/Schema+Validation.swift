extension APIDescription {
    /// Which way a value travels: what a caller sends is judged more strictly than what a later server may answer.
    public enum Direction: Hashable, Sendable {
        /// From the client: every text of an enumeration must be a listed one.
        case request
        /// From the server: an open enumeration may hold texts that this description does not know, and UUIDs are in lower case.
        case response
    }

    /// Everything that keeps a value from fitting a schema; empty if it fits.
    ///
    /// Lengths count Unicode code points. Members that the schema does not name are ignored.
    ///
    /// - Parameters:
    ///   - value: The value to judge.
    ///   - schema: What it should be.
    ///   - path: Where the value stands; faults inside it add to it, as in `tiers[2].price`.
    ///   - direction: Which way the value travels.
    public func faults(
        of value: JSONValue,
        against schema: Schema,
        at path: String = "",
        direction: Direction = .request
    ) -> [Problem.FieldFault] {
        func faults(_ messages: [String]) -> [Problem.FieldFault] { messages.map { .init(field: path, message: $0) } }
        guard let (resolved, isNullable) = resolved(schema) else {
            return faults(["cannot be checked: the API's description of its type is incomplete"])
        }
        if value == .null { return faults(isNullable || resolved == .any ? [] : ["must not be null"]) }
        if let messages = ScalarCheck(direction: direction).faults(of: value, resolved) { return faults(messages) }
        do throws(JSONFault) {
            return try self.faults(in: JSONCoding.encode(value), against: schema, at: path, direction: direction)
        } catch {
            return faults([error.message])
        }
    }

    /// Everything that keeps the value of a JSON text from fitting a schema, in the order of the text; empty if it fits.
    ///
    /// - Parameters:
    ///   - bytes: The text.
    ///   - schema: What its value should be.
    ///   - path: Where the value stands.
    ///   - direction: Which way it travels.
    /// - Throws: ``JSONFault`` for what is not JSON.
    public func faults(
        in bytes: [UInt8],
        against schema: Schema,
        at path: String = "",
        direction: Direction = .request
    ) throws(JSONFault) -> [Problem.FieldFault] {
        var check = SchemaCheck(api: self, direction: direction, strictness: BodyStrictness())
        try JSONCoding.read(bytes, maximumDepth: JSONCoding.depthBound) { json throws(JSONFault) in try check.check(schema, &json) }
        return check.faults.placed(in: bytes, at: path)
    }

    /// The schema behind type names and `nullable`, and whether `null` is allowed on the way.
    ///
    /// - Returns: nil where a name is not described, or names lead back to themselves.
    package func resolved(_ schema: Schema) -> (schema: Schema, isNullable: Bool)? {
        var current = schema
        var isNullable = false
        // Names that lead on further than there are types lead back to themselves.
        var steps = 0
        while true {
            switch current {
            case .nullable(let inner):
                isNullable = true
                current = inner
            case .named(let name):
                steps += 1
                guard steps <= types.count, let type = types[name] else { return nil }
                current = type
            default: return (current, isNullable)
            }
        }
    }
}

extension [SchemaCheck.Fault] {
    /// The faults in the order of the text, each with the place of its value.
    func placed(in bytes: [UInt8], at path: String = "") -> [Problem.FieldFault] {
        guard !isEmpty else { return [] }
        // A sort that keeps the order of what stands at one place.
        let faults = enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }.map(\.element)
        let places = bytes.withUnsafeBufferPointer { JSONPlaces.places(of: faults.map(\.offset), in: $0, at: path) }
        return zip(faults, places).map { fault, place in
            .init(field: fault.member.map { FieldPlace.member($0, of: place) } ?? place, message: fault.message)
        }
    }
}
