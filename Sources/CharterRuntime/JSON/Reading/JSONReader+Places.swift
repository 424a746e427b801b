// What stands where is known to models as they are compiled. Of pages and envelopes an API description says it, at run time.

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

    /// Reads the value at the end of a path, past all others; of two members with one name the last one counts.
    package mutating func value<Value: JSONReadable>(_ type: Value.Type, at path: MemberPath) throws(JSONFault) -> Value {
        guard let name = path.first else { return try Value(from: &self) }
        let start = try nextOffset()
        var value: Value?
        try readMembers { json, member throws(JSONFault) in
            if let rest = path.behind(member) { value = try json.value(type, at: rest) } else { try json.skip() }
        }
        guard let value else { throw JSONFault(.missingMember(name), at: start) }
        return value
    }

    /// Reads the value at the end of a path where there is one; nil where a member on the way is missing, or what should have it is no object.
    package mutating func anyValue(at path: MemberPath) throws(JSONFault) -> JSONValue? {
        if path.first == nil { return try JSONValue(from: &self) }
        guard try next() == UInt8(ascii: "{") else {
            try skip()
            return nil
        }
        var value: JSONValue?
        try readMembers { json, member throws(JSONFault) in
            if let rest = path.behind(member) { value = try json.anyValue(at: rest) } else { try json.skip() }
        }
        return value
    }
}

extension JSONCoding {
    /// Reads the value at a path of members such as `meta.result`, or the whole for nil.
    ///
    /// - Throws: ``JSONFault``, also for a text that is no JSON somewhere else.
    package static func decode<Value: JSONReadable>(
        _ type: Value.Type,
        from bytes: [UInt8],
        at path: String?
    ) throws(JSONFault) -> Value {
        let path = MemberPath(path ?? "")
        return try read(bytes, maximumDepth: maximumDepth) { json throws(JSONFault) in try json.value(type, at: path) }
    }
}
