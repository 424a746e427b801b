/// Goes through the members of an object and finds those that a model knows.
public struct JSONMembers {
    private let names: [StaticString]
    /// The members that the object must have, by their places among the names.
    private let required: [Int]
    /// The members that it has, of the first 64 and of those behind them.
    private var seen: UInt64 = 0
    private var seenLater: Set<Int> = []
    /// The member that comes next if the object has them all in the model's order.
    private var expected = 0
    private var isFirst = true
    /// Where the object begins.
    let offset: Int
    private let keepsUnknown: Bool
    /// The members that the model does not know, where it wants to keep them; of two with one name the last one counts.
    public private(set) var unknown: [String: JSONValue] = [:]

    init(_ names: [StaticString], required: [Int], keepsUnknown: Bool, at offset: Int) {
        self.names = names
        self.required = required
        self.keepsUnknown = keepsUnknown
        self.offset = offset
    }

    /// Goes to the value of the next member that the model knows, past all others.
    ///
    /// - Returns: Its place among the model's names; nil at the end of an object that has all required members.
    /// - Throws: ``JSONFault``, also that of a value which ``JSONReader/read(_:)`` could not read.
    public mutating func next(_ json: inout JSONReader) throws(JSONFault) -> Int? {
        if let failure = json.failure { throw failure }
        while true {
            if isFirst {
                isFirst = false
                if try json.close(UInt8(ascii: "}")) { return try end() }
            } else if try !json.goesOn(UInt8(ascii: "}"), "a comma or }") {
                return try end()
            }
            let start = json.position
            let member = try json.member(of: names, expected: expected)
            if let member {
                expected = member + 1
                if member < 64 { seen |= 1 << UInt64(member) } else { seenLater.insert(member) }
                return member
            }
            guard keepsUnknown else {
                try json.skip()
                continue
            }
            json.position = start
            let name = try json.memberName()
            unknown[name] = try JSONValue(from: &json)
        }
    }

    /// Sees that the object had all that it must have.
    private func end() throws(JSONFault) -> Int? {
        for member in required where member < 64 ? seen & 1 << UInt64(member) == 0 : !seenLater.contains(member) {
            throw JSONFault(.missingMember("\(names[member])"), at: offset)
        }
        return nil
    }

    /// The value of a member that is among those that are required, once the object has been read to its end.
    @inlinable
    public func required<Value>(_ value: Value?) -> Value {
        guard let value else { preconditionFailure("the member is not among those that are required") }
        return value
    }
}

extension JSONReader {
    /// Goes into an object.
    ///
    /// - Parameters:
    ///   - names: The members that the model knows.
    ///   - required: Those of them that the object must have, by their places.
    ///   - keepsUnknown: Whether it wants the others too.
    public mutating func members(
        _ names: [StaticString],
        required: [Int] = [],
        keepsUnknown: Bool = false
    ) throws(JSONFault) -> JSONMembers {
        guard try next() == UInt8(ascii: "{") else { throw try wrongValue("an object") }
        let offset = position
        try open()
        return JSONMembers(names, required: required, keepsUnknown: keepsUnknown, at: offset)
    }

    /// Looks ahead for the text of a member, and stays before the object that has it; of two such members the last one counts.
    ///
    /// - Throws: ``JSONFault`` if the next value is no object, or has no such text.
    public mutating func tag(_ name: StaticString) throws(JSONFault) -> String {
        try lookAhead { json throws(JSONFault) in
            var members = try json.members([name], required: [0])
            var tag: String?
            while try members.next(&json) != nil { tag = try json.text() }
            return members.required(tag)
        }
    }

    /// Reads the name of a member and the colon behind it.
    ///
    /// - Returns: The place of the name among `names`; nil if it is none of them.
    @inline(__always)
    fileprivate mutating func member(of names: [StaticString], expected: Int) throws(JSONFault) -> Int? {
        guard try next() == UInt8(ascii: "\"") else { throw fault(.expected("a member's name in quotes")) }
        if expected < names.count, isNext(names[expected]) {
            position += names[expected].utf8CodeUnitCount + 2
            try take(UInt8(ascii: ":"), "a colon")
            return expected
        }
        return try otherMember(of: names, expected: expected)
    }

    private mutating func otherMember(of names: [StaticString], expected: Int) throws(JSONFault) -> Int? {
        // Where members are absent, it is one of those behind them.
        var found = names[expected...].firstIndex { isNext($0) } ?? names[..<expected].firstIndex { isNext($0) }
        if let found {
            position += names[found].utf8CodeUnitCount + 2
        } else {
            let start = position
            try skipText()
            // A name may be written with escapes, or spelled in another way.
            if spellings != nil || UnsafeBufferPointer(start: bytes + start, count: position - start).contains(UInt8(ascii: "\\")) {
                position = start
                let name = try text()
                let documented = spellings?.documentedNames(of: name) ?? []
                found = names.firstIndex { $0.isSpelled(name) } ?? names.firstIndex { known in documented.contains { known.isSpelled($0) } }
            }
        }
        try take(UInt8(ascii: ":"), "a colon")
        return found
    }

    /// Whether a name in quotes is next.
    @inline(__always)
    private func isNext(_ name: StaticString) -> Bool {
        let length = name.utf8CodeUnitCount
        guard position + length + 1 < count, bytes[position + length + 1] == UInt8(ascii: "\"") else { return false }
        return (bytes + (position + 1)).hasSameBytes(as: name.utf8Start, count: length)
    }
}

extension UnsafePointer<UInt8> {
    /// Whether so many bytes are the same here and there; for the few bytes of a name it is quicker than a call of `memcmp`.
    @inline(__always)
    fileprivate func hasSameBytes(as other: UnsafePointer<UInt8>, count: Int) -> Bool {
        switch count {
        case 8...:
            for index in stride(from: 0, to: count - 8, by: 8) where !hasSame(UInt64.self, as: other, at: index) { return false }
            // Some of the last eight may have been compared before.
            return hasSame(UInt64.self, as: other, at: count - 8)
        case 4...:
            return hasSame(UInt32.self, as: other, at: 0) && hasSame(UInt32.self, as: other, at: count - 4)
        default:
            for index in 0..<count where self[index] != other[index] { return false }
            return true
        }
    }

    @inline(__always)
    private func hasSame<Word: FixedWidthInteger>(_ type: Word.Type, as other: Self, at index: Int) -> Bool {
        UnsafeRawPointer(self + index).loadUnaligned(as: Word.self) == UnsafeRawPointer(other + index).loadUnaligned(as: Word.self)
    }
}
