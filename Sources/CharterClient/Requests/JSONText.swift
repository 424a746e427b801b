import CharterRuntime

/// JSON that is written already, and is added to without being read again: numbers keep every digit.
struct JSONText {
    private(set) var bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Adds a text as a member of the object, unless it has a member of that name.
    ///
    /// - Throws: ``UnsendableRequest/bodyMember(_:)`` if this is no object.
    mutating func add(_ text: String, as name: String) throws {
        guard case .object(let members) = try JSONCoding.decode(JSONValue.self, from: bytes) else {
            throw UnsendableRequest.bodyMember(name)
        }
        guard members[name] == nil else { return }
        let member = try JSONCoding.encode(name) + Array(":".utf8) + JSONCoding.encode(text)
        // `JSONCoding` writes no white space, so that the object begins with its brace.
        bytes = Array("{".utf8) + member + (members.isEmpty ? [] : Array(",".utf8)) + bytes.dropFirst()
    }

    /// Puts the whole into the member at a path such as `data` or `request.data`.
    mutating func wrap(in path: String) throws {
        for name in path.split(separator: ".").reversed() {
            bytes = Array("{".utf8) + (try JSONCoding.encode(String(name))) + Array(":".utf8) + bytes + Array("}".utf8)
        }
    }
}
