extension JSONReader {
    /// Reads the value at the end of a path, past all others; of two members with one name the last one counts.
    package mutating func value<Value: JSONReadable>(_ type: Value.Type, at path: MemberPath) throws(JSONFault) -> Value {
        guard let name = path.names.first else { return try Value(from: &self) }
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
        if path.names.isEmpty { return try JSONValue(from: &self) }
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
