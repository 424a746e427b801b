import Testing

@testable import CharterRuntime

/// RFC 8259 case by case: what every reader must take, what none may take, and what is left to the reader.
@Suite("RFC 8259")
struct RFC8259Tests {
    @Test("takes what is JSON", arguments: RFC8259Cases.accepted)
    func accepts(_ text: JSONText) throws {
        let value = try JSONCoding.decode(JSONValue.self, from: text.bytes)
        #expect(try JSONCoding.decode(JSONValue.self, from: JSONCoding.encode(value)) == value)
    }

    @Test("refuses what is not", arguments: RFC8259Cases.refused)
    func refuses(_ text: JSONText) {
        #expect(throws: JSONFault.self) { try JSONCoding.decode(JSONValue.self, from: text.bytes) }
    }

    @Test("decides what is left to readers", arguments: RFC8259Cases.left)
    func decides(_ item: RFC8259Cases.Left) {
        let depth = JSONCoding.maximumDepth
        #expect(isRead(JSONValue.self, item.text.bytes, maximumDepth: depth) == item.isAccepted)
        #expect(isRead(Passed.self, item.text.bytes, maximumDepth: depth) == item.isAccepted)
        if item.isBeyondDouble {
            #expect(throws: JSONFault.self) { try JSONCoding.decode(Double.self, from: item.text.bytes) }
        }
    }

    /// Where a value can stand: alone it is the first of these.
    static let frames = ["$", "[$]", "[0,$ ]", #"{"a":$}"#, #"{"a":1,"b": $ ,"c":[]}"#, #"[[{"a":[$]}]]"#]

    @Test("says the same of a value wherever it stands", arguments: RFC8259Cases.accepted + RFC8259Cases.refused)
    func framed(_ text: JSONText) {
        let isAccepted = isJSON(text.bytes)
        // Nothing, in brackets, is an empty list.
        for frame in Self.frames where !(text.isBlank && frame.contains("[$]")) {
            #expect(isJSON(text.within(frame)) == isAccepted, "\(frame)")
        }
    }

    @Test("says the same of what is read, of what is passed over and of what is not known", arguments: all)
    func passing(_ text: JSONText) {
        let isAccepted = isJSON(text.bytes)
        #expect(isRead(Passed.self, text.bytes) == isAccepted, "passed over")
        #expect(isRead(KnowsOne.self, text.within(#"{"known":1,"other":$}"#)) == isAccepted, "an unknown member")
        #expect(isRead(KnowsOne.self, text.within(#"{"other": $ ,"known":1}"#)) == isAccepted, "an unknown member in front")
        #expect(isRead([String: JSONValue].self, text.within(#"{"":0,"a.b":$}"#)) == isAccepted, "a member of a map")
        #expect(isRead([String: Passed].self, text.within(#"{"a":$}"#)) == isAccepted, "passed over in a map")
        #expect(isRead([Passed?].self, text.within("[null,$,null]")) == isAccepted, "an item")
    }

    static let all = RFC8259Cases.accepted + RFC8259Cases.refused + RFC8259Cases.left.map(\.text)

    @Test("what is of another kind than asked for is JSON all the same, or that is the fault", arguments: all)
    func wrongKinds(_ text: JSONText) {
        let graver = fault(JSONValue.self, text)
        for fault in [fault(Bool.self, text), fault(Timestamp.self, text)] {
            guard let fault, case .wrongValue = fault.kind else { continue }
            // What stands behind the value nobody has looked at yet.
            #expect(graver == nil || graver?.kind == .trailingText, "\(fault)")
        }
    }

    private func isJSON(_ bytes: [UInt8]) -> Bool {
        isRead(JSONValue.self, bytes)
    }

    /// Whether a text is read, be it in a frame.
    private func isRead<Value: JSONReadable>(_ type: Value.Type, _ bytes: [UInt8], maximumDepth: Int = 70) -> Bool {
        (try? JSONCoding.decode(type, from: bytes, maximumDepth: maximumDepth)) != nil
    }

    private func fault<Value: JSONReadable>(_ type: Value.Type, _ text: JSONText) -> JSONFault? {
        do throws(JSONFault) {
            _ = try JSONCoding.decode(type, from: text.bytes)
            return nil
        } catch {
            return error
        }
    }
}

/// A value that is passed over.
struct Passed: JSONReadable {
    init(from json: inout JSONReader) throws(JSONFault) { try json.skip() }
}

/// A model that knows one member.
struct KnowsOne: JSONReadable {
    var known: Int

    init(from json: inout JSONReader) throws(JSONFault) {
        var known: Int?
        var members = try json.members(["known"], required: [0])
        while try members.next(&json) != nil { json.read(&known) }
        self.known = members.required(known)
    }
}
