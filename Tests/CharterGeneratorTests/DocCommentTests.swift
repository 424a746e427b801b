@testable import CharterGenerator
import Testing

/// Texts of a contract as documentation.
@Suite("A documentation comment")
struct DocCommentTests {
    @Test(
        "has its first sentence as summary",
        arguments: [
            ("One sentence", ["/// One sentence."]),
            ("One sentence.", ["/// One sentence."]),
            ("Is it? It is.", ["/// Is it?", "///", "/// It is."]),
            ("First. Second. Third.", ["/// First.", "///", "/// Second. Third."]),
            ("First line\nsecond line.", ["/// First line.", "///", "/// second line."]),
            ("Version 1.0 of example.org.", ["/// Version 1.0 of example.org."]),
            ("Somewhere, e.g. here. Or there.", ["/// Somewhere, e.g.\u{A0}here.", "///", "/// Or there."]),
            ("Somewhere (i.e. here etc. and there)", ["/// Somewhere (i.e.\u{A0}here etc.\u{A0}and there)."]),
            ("Dogs, cats etc.", ["/// Dogs, cats etc."]),
            ("  Spaces around.  ", ["/// Spaces around."]),
            ("", []),
        ]
    )
    func summary(_ text: String, _ lines: [String]) {
        #expect(DocComment.lines([text]) == lines)
    }

    @Test("keeps paragraphs, lists and code")
    func paragraphs() {
        let text = "Summary.\nText.\n\n- one\n  - two\n\n```\n    code  here\n```"
        let expected = [
            "/// Summary.", "///", "/// Text.", "///", "/// - one", "///   - two", "///", "/// ```", "///     code here", "/// ```", "///",
            "/// More.",
        ]
        #expect(DocComment.lines([text, "", "More."]) == expected)
    }

    @Test("wraps long lines at spaces", arguments: [0, 4, 8])
    func wrapping(_ indentation: Int) {
        let words = Array(repeating: "word", count: 100)
        let lines = DocComment.lines([words.joined(separator: " ")], indentation: indentation)
        #expect(lines.count > 3)
        #expect(lines.allSatisfy { $0.count + indentation <= SwiftLayout.width })
        #expect(lines.map { $0.dropFirst(4) }.joined(separator: " ") == words.joined(separator: " ") + ".")
    }

    @Test("leaves a long word whole")
    func longWord() {
        let word = String(repeating: "x", count: 200)
        #expect(DocComment.lines(["a \(word) b."]) == ["/// a", "/// \(word)", "/// b."])
    }

    @Test("holds what would end other comments", arguments: ["a */ b.", "a /* b.", "/// a.", "a `b` ``c``.", "a \"\"\" \\(b)."])
    func harmless(_ text: String) {
        #expect(DocComment.lines([text]) == ["/// " + text])
    }

    @Test("goes on behind every end of a line", arguments: ["\r", "\r\n", "\n", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}"])
    func lineEnds(_ end: String) {
        #expect(DocComment.lines(["Text.\(end)evil()"]) == ["/// Text.", "///", "/// evil()"])
        #expect(DocComment.lines(["Text.", "more\(end)evil()"]) == ["/// Text.", "///", "/// more", "/// evil()"])
        #expect(DocComment.phrase("Text\(end)evil()") == "Text evil()")
    }

    @Test("of a phrase is one line without the end of a sentence inside")
    func phrase() {
        #expect(DocComment.phrase(" Dr. No's \n\n API ") == "Dr.\u{A0}No's API")
    }

    @Test("shows no character that steers", arguments: ["\u{0}", "\u{1B}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\t"])
    func controls(_ control: String) {
        #expect(DocComment.lines(["A\(control)b."]) == ["/// A b."])
        #expect(DocComment.phrase("A\(control)\(control)b") == "A b")
    }
}
