package import CharterRuntime

extension JSONValue {
    /// The JSON of a value that stands in the source, and that JSON can hold.
    package init(sample value: some JSONWritable) {
        do {
            self = try JSONCoding.decode(JSONValue.self, from: JSONCoding.encode(value))
        } catch {
            preconditionFailure("JSON does not hold \(value): \(error)")
        }
    }
}
