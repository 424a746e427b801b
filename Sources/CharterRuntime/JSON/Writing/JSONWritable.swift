/// What writes itself as JSON.
public protocol JSONWritable {
    /// Writes the value.
    func write(to json: inout JSONWriter)
}

/// What reads itself from JSON and writes itself as JSON.
public typealias JSONCodable = JSONReadable & JSONWritable

extension String: JSONWritable {
    /// Writes a text.
    public func write(to json: inout JSONWriter) { json.text(self) }
}

extension Bool: JSONWritable {
    /// Writes `true` or `false`.
    public func write(to json: inout JSONWriter) { json.word(self ? "true" : "false") }
}

extension Int: JSONWritable {
    /// Writes a whole number.
    public func write(to json: inout JSONWriter) { json.integer(Int64(self)) }
}

extension Double: JSONWritable {
    /// Writes a number.
    public func write(to json: inout JSONWriter) { json.number(self) }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
    /// Writes the value, or `null`.
    @inlinable
    public func write(to json: inout JSONWriter) {
        if let self { self.write(to: &json) } else { json.null() }
    }
}

extension Array: JSONWritable where Element: JSONWritable {
    /// Writes a list.
    public func write(to json: inout JSONWriter) {
        json.openList()
        withUnsafeBufferPointer { values in
            if let first = values.baseAddress { for index in 0..<values.count { first[index].write(to: &json) } }
        }
        json.closeList()
    }
}

extension Dictionary: JSONWritable where Key == String, Value: JSONWritable {
    /// Writes an object, its members sorted by name, so that equal values have equal bytes.
    public func write(to json: inout JSONWriter) {
        json.openObject()
        for (name, value) in sorted(by: { $0.key < $1.key }) {
            json.name(name)
            value.write(to: &json)
        }
        json.closeObject()
    }
}

extension RawRepresentable where Self: JSONWritable, RawValue == String {
    /// Writes the text of the value.
    @inlinable
    public func write(to json: inout JSONWriter) { json.text(rawValue) }
}
