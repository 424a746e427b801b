extension APIDescription {
    /// Which way a value travels: what a caller sends is judged more strictly than what a later server may answer.
    public enum Direction: Hashable, Sendable {
        /// From the client: every text of an enumeration must be a listed one.
        case request
        /// From the server: an open enumeration may hold texts that this description does not know, and UUIDs are in lower case.
        case response
    }

    /// Everything that keeps a value from fitting a schema, in the order of the schema; empty if it fits.
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
        var walk = SchemaWalk(api: self, direction: direction)
        walk.check(value, against: schema, at: path)
        return walk.faults
    }

    /// The schema behind type names and `nullable`, and whether `null` is allowed on the way.
    ///
    /// - Returns: nil where a name is not described, or names lead back to themselves.
    package func resolved(_ schema: Schema) -> (schema: Schema, isNullable: Bool)? {
        var current = schema
        var isNullable = false
        var seen: Set<String> = []
        while true {
            switch current {
            case .nullable(let inner):
                isNullable = true
                current = inner
            case .named(let name):
                guard seen.insert(name).inserted, let type = types[name] else { return nil }
                current = type
            default: return (current, isNullable)
            }
        }
    }
}
