import CharterContract
import CharterYAML
import Testing

@testable import CharterPublishing

@Suite("The difference between two documents")
struct DocumentDifferenceTests {
    @Test(
        "is shown as JSON pointers",
        arguments: [
            ("{\"a\": 1}", "{\"a\": 1}", []),
            ("{\"a\": 1, \"b\": 2}", "{\"b\": 2, \"a\": 1.0}", []),
            ("{\"a\": 1}", "{\"a\": 2}", ["/a"]),
            ("{\"a\": true}", "{\"a\": 1}", ["/a"]),
            ("{\"a\": null}", "{}", ["/a"]),
            ("{\"a\": {\"b\": [1, 2, 3]}}", "{\"a\": {\"b\": [1, 3]}}", ["/a/b/1", "/a/b/2"]),
            ("{\"/orders/{id}\": {\"a~b\": 1}}", "{\"/orders/{id}\": {\"a~b\": \"1\"}}", ["/~1orders~1{id}/a~0b"]),
            ("{\"b\": 1, \"a\": 1}", "{\"c\": 1}", ["/a", "/b", "/c"]),
            ("[]", "{}", [""]),
        ]
    )
    func pointers(_ old: String, _ new: String, _ pointers: [String]) throws {
        let (old, new) = (try #require(JSONValue(Array(old.utf8))), try #require(JSONValue(Array(new.utf8))))
        #expect(old.pointers(differingFrom: new) == pointers)
    }

    @Test("is noted at the first line of the published document that differs")
    func place() {
        let old = "{\n  \"a\": 1,\n  \"b\": {\n    \"c\": 1\n  }\n}\n"
        let note = Self.difference(old, old.replacing("\"c\": 1", with: "\"d\": 1")).note
        #expect(note.message == "the published document differs at /b/c, /b/d")
        #expect(note.span.file == "old.json" && note.span.start.line == 4 && note.span.start.column == 5)
    }

    @Test("is cut short", arguments: [(4, " and 1 more place"), (5, " and 2 more places")])
    func many(_ count: Int, _ rest: String) {
        func text(_ value: Int) -> String { "{" + (0..<count).map { "\"\($0)\": \(value)" }.joined(separator: ",") + "}" }
        #expect(Self.difference(text(1), text(2)).note.message == "the published document differs at /0, /1, /2\(rest)")
    }

    @Test("may be in the text alone, or in a text that is no JSON", arguments: ["{\n}\n", "{\n  \n", ""])
    func text(_ old: String) {
        #expect(Self.difference(old, "{ }\n").note.message == "the published document says the same in another text, from here on")
    }

    private static func difference(_ old: String, _ new: String) -> DocumentDifference {
        DocumentDifference(from: Array(old.utf8), to: Array(new.utf8), file: "old.json")
    }
}
