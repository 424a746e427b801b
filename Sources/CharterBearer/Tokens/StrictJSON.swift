import CharterRuntime

/// Reads the JSON of tokens and keys, in which no name may stand twice within one object.
///
/// Of two members with one name readers take different ones, so that a token could say one thing to who checks it and another to who
/// acts on it (RFC 7515 §4, RFC 7519 §4).
enum StrictJSON {
    /// The most objects and lists within each other: more than any token needs.
    static let maximumDepth = 16

    /// The members of an object; nil for all that is no JSON object, nested too deep or has a name twice.
    static func object(_ bytes: [UInt8]) -> [String: JSONValue]? {
        guard let value = try? JSONCoding.decode(JSONValue.self, from: bytes, maximumDepth: maximumDepth),
            case .object(let members) = value, value.memberCount == colons(outsideTextsOf: bytes)
        else { return nil }
        return members
    }

    /// How many members the objects of a valid JSON text have, told by the colons behind their names.
    private static func colons(outsideTextsOf bytes: [UInt8]) -> Int {
        var (count, isInText, isEscaped) = (0, false, false)
        for byte in bytes {
            switch byte {
            case _ where isEscaped: isEscaped = false
            case UInt8(ascii: "\\"): isEscaped = isInText
            case UInt8(ascii: "\""): isInText.toggle()
            case UInt8(ascii: ":") where !isInText: count += 1
            default: break
            }
        }
        return count
    }
}

extension JSONValue {
    /// How many members the objects in the value have; fewer than its text where a name stood twice.
    fileprivate var memberCount: Int {
        switch self {
        case .object(let members): members.values.reduce(members.count) { $0 + $1.memberCount }
        case .array(let values): values.reduce(0) { $0 + $1.memberCount }
        case .null, .boolean, .integer, .number, .exact, .string: 0
        }
    }

    /// The text; nil for a value of another kind.
    var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The texts of a list; nil for a value of another kind, and for a list that has one.
    var texts: [String]? {
        guard case .array(let values) = self else { return nil }
        let texts = values.compactMap(\.text)
        return texts.count == values.count ? texts : nil
    }
}
