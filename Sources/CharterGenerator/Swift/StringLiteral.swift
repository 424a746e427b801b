/// A text as a literal of Swift.
struct StringLiteral {
    private let text: String

    init(_ text: String) {
        self.text = text
    }

    /// The literal between quotes; raw where that saves escapes.
    var oneLine: String {
        // Most texts are of ASCII and need no escapes.
        let (quote, backslash) = (UInt8(ascii: "\""), UInt8(ascii: "\\"))
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != quote && $0 != backslash }) { return "\"\(text)\"" }
        if canBeRaw { return "#\"\(text)\"#" }
        return "\"" + text.unicodeScalars.map { Self.escaped($0, quotes: true) }.joined() + "\""
    }

    /// Whether a raw literal needs no escapes where a plain one would.
    ///
    /// Swift ends a literal where it finds the bytes, be a combining mark behind them or not: so scalars are compared, not characters.
    private var canBeRaw: Bool {
        let scalars = text.unicodeScalars
        let ends = zip(scalars, scalars.dropFirst()).contains { $1 == "#" && ($0 == "\"" || $0 == "\\") }
        return !ends && scalars.contains { $0 == "\"" || $0 == "\\" } && !scalars.contains(where: \.isInvisible)
    }

    /// The literal between three quotes, long lines broken where a space or a comma allows it.
    ///
    /// No line of it is empty or ends in a space: formatters, and the tidying of generated files, would change the text.
    func lines(prefix: String, indentation: Int, suffix: String) -> [String] {
        let width = SwiftLayout.width - indentation - 8
        var lines: [String] = []
        var paragraphs = Self.paragraphs(of: text)[...]
        while let paragraph = paragraphs.popFirst() {
            let scalars = paragraph.text.map { Self.escaped($0, quotes: false) }
            // The line's own end is a newline, where more text follows.
            let newlines = paragraph.newlines - (paragraphs.isEmpty || paragraph.text.isEmpty ? 0 : 1)
            let escaped = Self.breakingQuotes(scalars) + Array(repeating: "\\n", count: newlines)
            let pieces = Self.pieces(of: escaped, width: width)
            lines += pieces.dropLast().map { $0 + "\\" }
            lines += pieces.suffix(1).map { paragraph.text.isEmpty && !paragraphs.isEmpty ? $0 + "\\" : Self.endingVisibly($0) }
        }
        // Formatters indent what stands behind a name or a label.
        let margin = prefix.isEmpty ? "" : "    "
        return [prefix + "\"\"\""] + lines.map { $0.isEmpty ? "" : margin + $0 } + [margin + "\"\"\"" + suffix]
    }

    /// The lines of a text, each with the number of newlines behind it; none is empty but the first.
    private static func paragraphs(of text: String) -> [(text: [Unicode.Scalar], newlines: Int)] {
        var paragraphs: [(text: [Unicode.Scalar], newlines: Int)] = [([], 0)]
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                paragraphs[paragraphs.count - 1].newlines += 1
            } else if paragraphs[paragraphs.count - 1].newlines > 0 {
                paragraphs.append(([scalar], 0))
            } else {
                paragraphs[paragraphs.count - 1].text.append(scalar)
            }
        }
        return paragraphs
    }

    /// The characters with every third quote of a row escaped, so that no row ends the literal.
    private static func breakingQuotes(_ characters: [String]) -> [String] {
        var row = 0
        return characters.map { character in
            row = character == "\"" ? row + 1 : 0
            guard row == 3 else { return character }
            row = 0
            return "\\\""
        }
    }

    private static func endingVisibly(_ line: String) -> String {
        line.last == " " ? line.dropLast() + "\\u{20}" : line
    }

    /// A line cut into pieces of at most about `width` characters, each but the last ending behind a space or a comma where there is one.
    private static func pieces(of characters: [String], width: Int) -> [String] {
        var pieces: [String] = []
        var rest = characters[...]
        while rest.prefix(width + 1).reduce(0, { $0 + $1.count }) > width {
            let head = rest.prefix(width / 2)
            let window = rest.dropFirst(head.count).prefix(width / 2 - 12)
            let cut = (window.lastIndex { $0 == " " } ?? window.lastIndex { $0 == "," }) ?? window.indices.last ?? head.endIndex - 1
            pieces.append(rest[...cut].joined())
            rest = rest[(cut + 1)...]
        }
        return pieces + [rest.joined()]
    }

    private static func escaped(_ scalar: Unicode.Scalar, quotes: Bool) -> String {
        switch scalar {
        case "\\": "\\\\"
        case "\"" where quotes: "\\\""
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        case _ where scalar.isInvisible: "\\u{\(String(scalar.value, radix: 16))}"
        default: String(scalar)
        }
    }
}

extension Unicode.Scalar {
    /// Control characters, the separators that editors take for line ends, and what turns the direction of writing or has no width at all: a
    /// reader of code would see another text than the compiler.
    var isInvisible: Bool {
        if isASCII { return value < 0x20 || value == 0x7F }
        return properties.generalCategory == .control || properties.isBidiControl
            || self == "\u{2028}" || self == "\u{2029}" || self == "\u{FEFF}"
    }
}
