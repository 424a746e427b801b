extension JSONReader {
    /// Reads a value.
    @inlinable
    public mutating func value<Value: JSONReadable>(_ type: Value.Type = Value.self) throws(JSONFault) -> Value {
        try Value(from: &self)
    }

    /// Reads a value, or `null` as nil.
    @inlinable
    public mutating func optional<Value: JSONReadable>(_ type: Value.Type = Value.self) throws(JSONFault) -> Value? {
        try isNull() ? nil : try Value(from: &self)
    }

    /// Goes past `null` if it is next.
    public mutating func isNull() throws(JSONFault) -> Bool {
        guard try next() == UInt8(ascii: "n") else { return false }
        try word("null")
        return true
    }

    /// Reads `true` or `false`.
    mutating func boolean() throws(JSONFault) -> Bool {
        switch try next() {
        case UInt8(ascii: "t"):
            try word("true")
            return true
        case UInt8(ascii: "f"):
            try word("false")
            return false
        default: throw try wrongValue("true or false")
        }
    }

    /// Goes past a word of JSON whose first letter is next.
    mutating func word(_ word: StaticString) throws(JSONFault) {
        let length = word.utf8CodeUnitCount
        for index in 0..<length {
            guard position + index < count else { throw JSONFault(.endOfText, at: count) }
            guard bytes[position + index] == word.utf8Start[index] else { throw fault(.expected("a value")) }
        }
        position += length
    }

    /// Goes past a value of any kind, which must be JSON all the same.
    public mutating func skip() throws(JSONFault) {
        switch try next() {
        case UInt8(ascii: "\""): try skipText()
        case UInt8(ascii: "{"):
            try open()
            if try close(UInt8(ascii: "}")) { return }
            repeat {
                try skipName()
                try skip()
            } while try goesOn(UInt8(ascii: "}"), "a comma or }")
        case UInt8(ascii: "["):
            try open()
            if try close(UInt8(ascii: "]")) { return }
            repeat { try skip() } while try goesOn(UInt8(ascii: "]"), "a comma or ]")
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): _ = try number()
        default: throw fault(.expected("a value"))
        }
    }
}

extension JSONReader {
    /// Reads the name of a member and the colon behind it.
    mutating func memberName() throws(JSONFault) -> String {
        guard try next() == UInt8(ascii: "\"") else { throw fault(.expected("a member's name in quotes")) }
        let name = try text()
        try take(UInt8(ascii: ":"), "a colon")
        return name
    }

    /// Goes past the name of a member and the colon behind it.
    mutating func skipName() throws(JSONFault) {
        guard try next() == UInt8(ascii: "\"") else { throw fault(.expected("a member's name in quotes")) }
        try skipText()
        try take(UInt8(ascii: ":"), "a colon")
    }

    /// Goes past the `{` or `[` that is next.
    @inline(__always)
    mutating func open() throws(JSONFault) {
        guard depth < maximumDepth else { throw fault(.tooDeep(maximum: maximumDepth)) }
        depth += 1
        position += 1
    }

    /// Goes past the end of an object or a list that has nothing in it, if that is next.
    @inline(__always)
    mutating func close(_ end: UInt8) throws(JSONFault) -> Bool {
        guard try next() == end else { return false }
        position += 1
        depth -= 1
        return true
    }

    /// Goes past the comma behind a member or an item, or past the end; whether another one follows.
    @inline(__always)
    mutating func goesOn(_ end: UInt8, _ names: StaticString) throws(JSONFault) -> Bool {
        let byte = try next()
        position += 1
        if byte == UInt8(ascii: ",") { return true }
        if byte == end {
            depth -= 1
            return false
        }
        position -= 1
        throw fault(.expected("\(names)"))
    }
}

extension JSONReader {
    /// Goes into a list; whether it has an item.
    @usableFromInline
    mutating func openList() throws(JSONFault) -> Bool {
        guard try next() == UInt8(ascii: "[") else { throw try wrongValue("a list") }
        try open()
        return try !close(UInt8(ascii: "]"))
    }

    /// Goes past the comma behind an item, or past the end of the list; whether another item follows.
    @usableFromInline
    mutating func nextItem() throws(JSONFault) -> Bool {
        try goesOn(UInt8(ascii: "]"), "a comma or ]")
    }
}
