extension JSONCoding {
    /// Reads a value from JSON whose members may be called by other names than the documented ones.
    ///
    /// - Throws: ``JSONFault`` if the bytes are not JSON, or not JSON of this shape.
    package static func decode<Value: JSONReadable>(
        _ type: Value.Type,
        from bytes: [UInt8],
        spellings: MemberSpellings?
    ) throws(JSONFault) -> Value {
        try read(bytes, maximumDepth: depthBound) { json throws(JSONFault) in
            json.spellings = spellings
            return try Value(from: &json)
        }
    }

    /// The values of those members of an object that have one of some names, in their order; none in what is no object.
    ///
    /// - Throws: ``JSONFault`` if the bytes are not JSON.
    package static func values(of names: [String], in bytes: [UInt8]) throws(JSONFault) -> [(name: String, value: JSONValue)] {
        try read(bytes, maximumDepth: depthBound) { json throws(JSONFault) in
            var values: [(String, JSONValue)] = []
            guard try json.next() == UInt8(ascii: "{") else {
                try json.skip()
                return values
            }
            try json.readMembers { json, name throws(JSONFault) in
                if names.contains(name) { values.append((name, try JSONValue(from: &json))) } else { try json.skip() }
            }
            return values
        }
    }
}
