import CharterRuntime

extension JSONValue {
    /// The beginning of the value as JSON, to be read by people.
    var shortText: String {
        let text = (try? JSONCoding.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "a value"
        return text.count > 80 ? "\(text.prefix(79))…" : text
    }
}
