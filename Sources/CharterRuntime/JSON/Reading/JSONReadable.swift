/// What reads itself from JSON.
public protocol JSONReadable {
    /// Reads a value.
    ///
    /// - Throws: ``JSONFault`` for a text that is not JSON, or not JSON of this shape.
    init(from json: inout JSONReader) throws(JSONFault)

    /// Reads a list of values. Nobody needs to say how: it stands here so that each type has one of its own, whose loop knows the type.
    ///
    /// - Throws: ``JSONFault`` for a text that is no list, and for that of an item.
    static func readList(from json: inout JSONReader) throws(JSONFault) -> [Self]
}

extension JSONReadable {
    /// Reads a list of values.
    @inlinable
    public static func readList(from json: inout JSONReader) throws(JSONFault) -> [Self] {
        var list: [Self] = []
        guard try json.openList() else { return list }
        repeat { list.append(try Self(from: &json)) } while try json.nextItem()
        return list
    }
}

extension String: JSONReadable {
    /// Reads a text.
    public init(from json: inout JSONReader) throws(JSONFault) { self = try json.text() }
}

extension Bool: JSONReadable {
    /// Reads `true` or `false`.
    public init(from json: inout JSONReader) throws(JSONFault) { self = try json.boolean() }
}

extension Int: JSONReadable {
    /// Reads a whole number.
    ///
    /// - Throws: ``JSONFault`` also for `1.5`, but not for `1.0` and `1e2`, which are whole, as in JSON Schema.
    public init(from json: inout JSONReader) throws(JSONFault) { self = Int(try json.integer()) }
}

extension Double: JSONReadable {
    /// Reads a number, as near to it as a `Double` comes.
    ///
    /// - Throws: ``JSONFault`` also for a number beyond `Double`, such as `1e400`.
    public init(from json: inout JSONReader) throws(JSONFault) { self = try json.double() }
}

extension Optional: JSONReadable where Wrapped: JSONReadable {
    /// Reads a value, or `null` as nil.
    @inlinable
    public init(from json: inout JSONReader) throws(JSONFault) {
        self = try json.isNull() ? nil : try Wrapped(from: &json)
    }
}

extension Array: JSONReadable where Element: JSONReadable {
    /// Reads a list.
    @inlinable
    public init(from json: inout JSONReader) throws(JSONFault) { self = try Element.readList(from: &json) }
}

extension Dictionary: JSONReadable where Key == String, Value: JSONReadable {
    /// Reads an object whose members have any names; of two with one name the last one counts.
    public init(from json: inout JSONReader) throws(JSONFault) {
        guard try json.next() == UInt8(ascii: "{") else { throw try json.wrongValue("an object") }
        try json.open()
        self = [:]
        if try json.close(UInt8(ascii: "}")) { return }
        repeat {
            let name = try json.memberName()
            self[name] = try Value(from: &json)
        } while try json.goesOn(UInt8(ascii: "}"), "a comma or }")
    }
}

extension RawRepresentable where Self: JSONReadable, RawValue == String {
    /// Reads the text of a value.
    @inlinable
    public init(from json: inout JSONReader) throws(JSONFault) {
        let (text, offset) = try json.placedText()
        guard let value = Self(rawValue: text) else { throw JSONFault(.wrongValue("one of the documented values"), at: offset) }
        self = value
    }
}
