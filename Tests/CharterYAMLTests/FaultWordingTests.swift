import CharterYAML
import Testing

@Suite("The wording of faults")
struct FaultWordingTests {
    @Test(
        "is a sentence, with a second place and a mend where they help",
        arguments: [
            ("a: 1\nb: 2\na: 3\n", "key 'a' is given more than once", "1:1-1:2 it is first given here", "keep one of them"),
            ("a:\n\tb: 1\n", "a tab is used for indentation", nil, "indent with spaces"),
            (
                "a: [1\nb: 2\n", "expected ',' or ']' in a list", "1:4 the list begins here",
                "close the list with ']', or quote a text that contains ': ', '[' or '{'"
            ),
            (
                "a: { b: c: d }\n", "expected ',' or '}' in a mapping", "1:4 the mapping begins here",
                "close the mapping with '}', or quote a text that contains ': ', '{' or '}'"
            ),
            ("a: { b: ?c }\n", "expected a value", nil, "write one, or quote a text that begins with a sign"),
            (
                "a: *b* c\n", "a name behind '&' or '*' has letters, digits, '-' and '_'", "1:4 the alias begins here",
                "quote a text that begins with such a sign"
            ),
            (
                "a: 'x\n", "a quoted text is not closed before the end of the file", "1:4 the quoted text begins here",
                "close it with the quote that opens it"
            ),
            (
                "a: 1\nb\nc: 2\n", "expected ':' after a key", "2:1 the key begins here",
                "write 'key: value' with a space behind the colon, or quote a text that goes over several lines"
            ),
            ("a: `x`\n", "a value cannot begin with '`'", nil, "quote the text"),
            (
                "a: |0\n  x\n", "found an indentation indicator equal to 0 while scanning a block scalar",
                "1:4 the block of text begins here", nil
            ),
            ("a: &a [*a]\n", "the value anchored as 'a' refers to itself", nil, nil),
        ] as [(String, String, String?, String?)]
    )
    func wording(text: String, message: String, note: String?, help: String?) throws {
        let fault = try #require(parse(text).faults.first)
        #expect(fault.message == message)
        #expect(fault.related.map { "\(TreeOutline.place($0.span)) \($0.message)" } == note)
        #expect(fault.help == help)
        #expect(fault.span.file == "contract.yaml")
    }

    @Test("shows no control characters and no endless names")
    func excerpt() {
        let key = "\"\\e[31m" + String(repeating: "x", count: 500) + "\""
        let message = parse("{? \(key) : 1, ? \(key) : 2}").faults.first?.message
        #expect(message == "key '\u{FFFD}[31m" + String(repeating: "x", count: 55) + "…' is given more than once")
    }
}
