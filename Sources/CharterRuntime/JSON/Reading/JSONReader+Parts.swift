// For those who learn the names of members at run time, from an API description: models know them as they are compiled, and use ``JSONMembers``.

extension JSONReader {
    /// Where the next value begins, in bytes from the beginning of the text.
    package mutating func nextOffset() throws(JSONFault) -> Int {
        _ = try next()
        return position
    }

    /// Goes through the members of an object.
    ///
    /// - Parameter read: Gets the name of a member, and goes past its value, which is next.
    package mutating func readMembers(
        _ read: (inout JSONReader, String) throws(JSONFault) -> Void
    ) throws(JSONFault) {
        guard try next() == UInt8(ascii: "{") else { throw try wrongValue("an object") }
        try open()
        if try close(UInt8(ascii: "}")) { return }
        repeat {
            let name = try memberName()
            _ = try next()
            try read(&self, name)
        } while try goesOn(UInt8(ascii: "}"), "a comma or }")
    }

    /// Goes through the items of a list.
    ///
    /// - Parameter read: Goes past an item, which is next.
    package mutating func readItems(_ read: (inout JSONReader) throws(JSONFault) -> Void) throws(JSONFault) {
        guard try openList() else { return }
        repeat { try read(&self) } while try nextItem()
    }

    /// Whether the next value is an object with members; stays before it.
    mutating func hasMembers() throws(JSONFault) -> Bool {
        guard try next() == UInt8(ascii: "{") else { return false }
        return try lookAhead { json throws(JSONFault) in
            try json.open()
            return try !json.close(UInt8(ascii: "}"))
        }
    }

    /// Reads what comes next, and stays before it.
    mutating func lookAhead<Value>(_ read: (inout JSONReader) throws(JSONFault) -> Value) throws(JSONFault) -> Value {
        let here = (position, depth)
        let value = try read(&self)
        (position, depth) = here
        return value
    }

    /// Reads a value that has been gone past, and stays where it is.
    package mutating func again<Value>(
        from offset: Int,
        _ read: (inout JSONReader) throws(JSONFault) -> Value
    ) throws(JSONFault) -> Value {
        try lookAhead { json throws(JSONFault) in
            json.position = offset
            return try read(&json)
        }
    }
}
