import CharterRuntime
import Testing

@Suite("problem details")
struct ProblemTests {
    private static let text =
        #"{"type":"about:blank","title":"No","status":400,"detail":"Mend it.","code":"bad","errors":[{"field":"a[0]","message":"must be b"}]}"#

    private static let problem = Problem(
        title: "No",
        status: 400,
        detail: "Mend it.",
        code: "bad",
        errors: [.init(field: "a[0]", message: "must be b")]
    )

    private func read(_ text: String) throws(JSONFault) -> Problem {
        try JSONCoding.decode(Problem.self, from: Array(text.utf8))
    }

    @Test("are written and read")
    func roundTrip() throws {
        #expect(try String(decoding: JSONCoding.encode(Self.problem), as: UTF8.self) == Self.text)
        #expect(try read(Self.text) == Self.problem)
    }

    @Test("leave out what is absent, and are read past what they say beside")
    func absent() throws {
        let least = #"{"type":"t","title":"No","status":400,"code":"bad"}"#
        let problem = Problem(type: "t", title: "No", status: 400, code: "bad")
        #expect(try String(decoding: JSONCoding.encode(problem), as: UTF8.self) == least)
        #expect(try read(least.dropLast() + #","instance":"/x","detail":null,"errors":null}"#) == problem)
    }

    @Test("have no null where a member must have a value")
    func null() {
        let fault = #expect(throws: JSONFault.self) { try read(Self.text.replacing("400", with: "null")) }
        #expect(fault?.path == "status")
        #expect(fault?.offset == Self.text.utf8.count - Self.text.drop { $0 != "4" }.utf8.count)
    }

    @Test("need their members", arguments: ["type", "title", "status", "code", "field", "message"])
    func missing(name: String) {
        let fault = #expect(throws: JSONFault.self) { try read(Self.text.replacing("\"\(name)\"", with: "\"other\"")) }
        #expect(fault?.kind == .missingMember(name))
        #expect(fault?.path == (["field", "message"].contains(name) ? "errors[0].\(name)" : name))
    }
}
