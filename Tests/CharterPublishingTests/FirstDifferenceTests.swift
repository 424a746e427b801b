import CharterContract
import CharterYAML
import Testing

@testable import CharterPublishing

@Suite("The first difference of two documents")
struct FirstDifferenceTests {
    static let old = "{\n  \"a\": 1,\n  \"b\": {\n    \"c\": 1\n  }\n}\n"

    @Test(
        "is the first line of the old one that is another, behind its indentation",
        arguments: [
            (old.replacing("\"c\": 1", with: "\"d\": 1"), 4, 5), (old.replacing("{\n  \"a\"", with: "[\n  \"a\""), 1, 1),
            (old.replacing("\"a\": 1,\n", with: "\"a\": 1,\n  \"x\": 1,\n"), 3, 3), ("", 1, 1),
            (old + "\n", 7, 1), ("{\n  \"a\": 1,\n", 3, 3),
        ]
    )
    func place(_ new: String, _ line: Int, _ column: Int) {
        let span = firstDifference(from: Array(Self.old.utf8), to: Array(new.utf8), file: "old.json")
        #expect(span.file == "old.json")
        #expect(span.start == SourcePosition(line: line, column: column))
    }

    @Test("of an empty one is its beginning")
    func empty() {
        let span = firstDifference(from: [], to: Array("{}\n".utf8), file: "old.json")
        #expect(span.start == SourcePosition(line: 1, column: 1))
    }
}
