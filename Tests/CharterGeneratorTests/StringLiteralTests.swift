@testable import CharterGenerator
import Testing

/// A text of a contract is the same text in Swift.
@Suite("A string literal")
struct StringLiteralTests {
    @Test(
        "is written with as few escapes as can be",
        arguments: [
            ("", #""""#),
            ("plain", #""plain""#),
            ("say \"hi\"", ##"#"say "hi""#"##),
            ("^\\d+$", ##"#"^\d+$"#"##),
            ("\\(x)", ##"#"\(x)"#"##),
            ("\"", ##"#"""#"##),
            ("\"#", ##""\"#""##),
            ("a\"#\u{301}; evil()", ##""a\"#\##u{301}; evil()""##),
            ("\\#(x)", ##""\\#(x)""##),
            ("\\#\u{301}(x)", ##""\\#\##u{301}(x)""##),
            ("\"\u{301}", ##"#""\##u{301}"#"##),
            ("a # b", #""a # b""#),
            ("two\nlines", #""two\nlines""#),
            ("a\r\nb\tc", #""a\r\nb\tc""#),
            ("\u{0}\u{1B}[0m\u{7F}", #""\u{0}\u{1b}[0m\u{7f}""#),
            ("\u{2028}\u{85}", #""\u{2028}\u{85}""#),
            ("\u{202E}evil\u{2066}", #""\u{202e}evil\u{2066}""#),
            ("Größe 👩‍👩‍👧", #""Größe 👩‍👩‍👧""#),
        ]
    )
    func oneLine(_ text: String, _ literal: String) throws {
        // Characters that look alike must not be taken for each other, so scalars are compared.
        #expect(Array(StringLiteral(text).oneLine.unicodeScalars) == Array(literal.unicodeScalars))
        #expect(try read(StringLiteral(text).oneLine) == text)
    }

    @Test(
        "over several lines keeps what formatters would change",
        arguments: [
            "a\nb", "a\n\n\nb", "\na", "\n\n\na\n", "a\n", "a\n\n", "\n", "\n\n", "a \nb", "a\n  b \n c ", "x {\n\ny\n\n}\n", " ",
            "   \n   ",
            "\"\"\"", "a\"\"\"\"\"\"\"b", "\"\n\"\"\"\n\"", "\\", "\\\n", "a\\\nb", "\\(x)\n\\(y)", "\r\n\r\n", "\t\n\t", "}\n{\n}", "",
        ]
    )
    func severalLines(_ text: String) throws {
        for suffix in ["", ","] {
            let lines = StringLiteral(text).lines(prefix: "let text = ", indentation: 4, suffix: suffix)
            let source = lines.map { "    " + $0 }.joined(separator: "\n") + "\n"
            #expect(try read(source) == text, "\(source)")
            #expect(try read(source.tidied) == text, "\(source)")
        }
    }

    @Test("of a long text breaks behind spaces and commas")
    func longText() throws {
        let words = Array(repeating: "word", count: 60).joined(separator: " ")
        let lines = StringLiteral(words).lines(prefix: "let a = ", indentation: 0, suffix: "")
        #expect(lines.first == "let a = \"\"\"")
        #expect(lines.last == "    \"\"\"")
        #expect(lines.dropFirst().dropLast(2).allSatisfy { $0.hasSuffix(" \\") })
        #expect(lines.allSatisfy { $0.count <= SwiftLayout.width })
        #expect(try read(lines.joined(separator: "\n")) == words)
    }

    @Test("of a long text without spaces breaks where it must")
    func longWord() throws {
        let word = String(repeating: "x", count: 1_000)
        let lines = StringLiteral(word).lines(prefix: "", indentation: 20, suffix: "")
        #expect(lines.allSatisfy { $0.count + 20 <= SwiftLayout.width })
        #expect(try read(lines.joined(separator: "\n")) == word)
    }

    @Test("reads back as the text, whatever the text", arguments: 0..<40)
    func readsBack(_ seed: Int) throws {
        var random = SplitMix(seed: UInt64(seed))
        let parts = [
            "\"", "\"\"", "\"\"\"", "#", "\\", "\\(", ")", "\n", "\n\n", "\r", "\t", " ", "  ", "a", "word ", "{", "}", ",", "\u{301}", "é",
            "\u{0}",
            "\u{2028}", "//", "/*", "*/", "$", "`", String(repeating: "long ", count: 40), String(repeating: "x", count: 150),
        ]
        for _ in 0..<50 {
            let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
            let literal = StringLiteral(text)
            #expect(try read(literal.oneLine) == text)
            for indentation in [0, 4, 40] {
                let margin = String(repeating: " ", count: indentation)
                let lines = literal.lines(prefix: "a(b: ", indentation: indentation, suffix: ",")
                let source = lines.map { margin + $0 }.joined(separator: "\n")
                #expect(try read(source) == text, "\(source)")
                #expect(try read(source.tidied) == text, "\(source)")
            }
        }
    }

    /// The text of the one literal in a source.
    private func read(_ source: String) throws -> String {
        let literals = try SwiftScanner(source).literals
        #expect(literals.count == 1)
        return literals.first ?? ""
    }
}
