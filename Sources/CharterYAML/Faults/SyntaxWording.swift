/// How a problem that libyaml reports tersely is put to a reader who does not know its words.
struct SyntaxWording {
    /// One sentence, without a full stop.
    var message: String
    /// How to mend it.
    var help: String?

    /// The wording of the problems that people meet; others are told in libyaml's own words.
    static let known: [String: SyntaxWording] = [
        "could not find expected ':'": SyntaxWording(
            message: "expected ':' after a key",
            help: "write 'key: value' with a space behind the colon, or quote a text that goes over several lines"
        ),
        "mapping values are not allowed in this context": SyntaxWording(
            message: "a ':' that makes a key is not allowed here",
            help: "quote a text that contains ': ', and put each key on a line of its own, in one column with its neighbours"
        ),
        "mapping keys are not allowed in this context": SyntaxWording(
            message: "a key is not allowed here",
            help: "put it on a line of its own"
        ),
        "block sequence entries are not allowed in this context": SyntaxWording(
            message: "a list item '- ' is not allowed here",
            help: "put each item on a line of its own, or write the list as [a, b]"
        ),
        "did not find expected key": SyntaxWording(
            message: "expected a key",
            help: "put the keys of one mapping into one column, and quote a text that begins with a quote or bracket as a whole"
        ),
        "did not find expected '-' indicator": SyntaxWording(
            message: "expected a list item '- '",
            help: "put the items of one list into one column"
        ),
        "did not find expected ',' or ']'": SyntaxWording(
            message: "expected ',' or ']' in a list",
            help: "close the list with ']', or quote a text that contains ': ', '[' or '{'"
        ),
        "did not find expected ',' or '}'": SyntaxWording(
            message: "expected ',' or '}' in a mapping",
            help: "close the mapping with '}', or quote a text that contains ': ', '{' or '}'"
        ),
        "did not find expected node content": SyntaxWording(
            message: "expected a value",
            help: "write one, or quote a text that begins with a sign"
        ),
        "did not find expected alphabetic or numeric character": SyntaxWording(
            message: "a name behind '&' or '*' has letters, digits, '-' and '_'",
            help: "quote a text that begins with such a sign"
        ),
        "did not find expected <document start>": SyntaxWording(
            message: "expected the end of the document",
            help: "put the keys of one mapping into one column"
        ),
        "found unexpected end of stream": SyntaxWording(
            message: "a quoted text is not closed before the end of the file",
            help: "close it with the quote that opens it"
        ),
        "found unexpected document indicator": SyntaxWording(
            message: "a quoted text is not closed before the end of the document",
            help: "close it with the quote that opens it"
        ),
        "found unknown escape character": SyntaxWording(
            message: "unknown escape in a double-quoted text",
            help: "write '\\\\' for a backslash, or use single quotes"
        ),
        "found undefined tag handle": SyntaxWording(
            message: "the tag's handle is not declared",
            help: "write a tag with a single '!', such as !assumed"
        ),
        "found a tab character that violates indentation": tab,
        "found a tab character where an indentation space is expected": tab,
    ]

    /// A tab where only spaces may be.
    static let tab = SyntaxWording(message: "a tab is used for indentation", help: "indent with spaces")

    /// A character, such as `@`, that no value can begin with.
    static func cannotStart(_ character: Unicode.Scalar) -> SyntaxWording {
        character == "\t" ? tab : SyntaxWording(message: "a value cannot begin with '\(character)'", help: "quote the text")
    }
}
