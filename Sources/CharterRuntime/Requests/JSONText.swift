/// JSON that is written already, and is added to without being read as values: numbers keep every digit.
package struct JSONText {
    /// The text, which has no white space between its parts.
    package private(set) var bytes: [UInt8]

    /// Takes JSON as ``JSONCoding`` writes it.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Adds a text as a member of the object, unless it has a member of that name.
    ///
    /// - Throws: ``UnsendableRequest/bodyMember(_:)`` if this is no object.
    package mutating func add(_ text: String, as name: String) throws {
        guard bytes.first == UInt8(ascii: "{") else { throw UnsendableRequest.bodyMember(name) }
        let names = try memberNames
        guard !names.contains(name) else { return }
        var front = [UInt8(ascii: "{")]
        front += try JSONCoding.encode(name)
        front.append(UInt8(ascii: ":"))
        front += try JSONCoding.encode(text)
        if !names.isEmpty { front.append(UInt8(ascii: ",")) }
        bytes.replaceSubrange(..<1, with: front)
    }

    /// Puts the whole into the member at a path such as `data` or `request.data`.
    package mutating func wrap(in path: String) throws(JSONFault) {
        var front: [UInt8] = []
        let names = MemberPath(path).names
        for name in names {
            front.append(UInt8(ascii: "{"))
            front += try JSONCoding.encode(name)
            front.append(UInt8(ascii: ":"))
        }
        bytes.insert(contentsOf: front, at: 0)
        bytes.append(contentsOf: repeatElement(UInt8(ascii: "}"), count: names.count))
    }

    /// The names of the object's members.
    private var memberNames: [String] {
        // What this process has written itself is as deep as anything can be that is read.
        get throws(JSONFault) {
            try JSONCoding.read(bytes, maximumDepth: JSONCoding.depthBound) { json throws(JSONFault) in
                var names: [String] = []
                try json.readMembers { json, name throws(JSONFault) in
                    names.append(name)
                    try json.skip()
                }
                return names
            }
        }
    }
}
