/// A key of a map, with what it is for and what may stand behind it.
struct SchemaKey: Sendable {
    let name: String
    let isNeeded: Bool
    /// The schema of the value, which describes the key.
    let value: OrderedJSON

    /// A key that may be left out.
    static func key(_ name: String, _ about: String, _ value: PlaceSchema) -> SchemaKey {
        SchemaKey(name: name, isNeeded: false, value: value.about(about))
    }

    /// A key that must be there.
    static func needed(_ name: String, _ about: String, _ value: PlaceSchema) -> SchemaKey {
        SchemaKey(name: name, isNeeded: true, value: value.about(about))
    }
}
