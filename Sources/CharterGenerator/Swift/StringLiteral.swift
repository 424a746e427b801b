/// A text as a literal of Swift.
struct StringLiteral {
    private let text: String

    init(_ text: String) {
        self.text = text
    }

    /// The literal between quotes; raw where that saves escapes.
    var oneLine: String {
        let isPlain = text.unicodeScalars.allSatisfy { !Self.isInvisible($0) }
        let needsEscapes = text.contains("\"") || text.contains("\\")
        if isPlain, needsEscapes, !text.contains("\"#"), !text.contains("\\#") { return "#\"\(text)\"#" }
        return "\"" + text.unicodeScalars.map { Self.escaped($0, quotes: true) }.joined() + "\""
    }

    /// The literal between three quotes, long lines broken where a space or a comma allows it.
    func lines(prefix: String, indentation: Int, suffix: String) -> [String] {
        let width = SwiftLayout.width - indentation - 8
        var lines: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let pieces = Self.pieces(of: line.unicodeScalars.map { Self.escaped($0, quotes: false) }, width: width)
            lines += pieces.dropLast().map { $0 + "\\" } + pieces.suffix(1)
        }
        return [prefix + "\"\"\""] + lines.map { $0.isEmpty ? "" : "    " + $0 } + ["    \"\"\"" + suffix]
    }

    /// A line cut into pieces of at most about `width` characters, each but the last ending behind a space or a comma where there is one.
    private static func pieces(of characters: [String], width: Int) -> [String] {
        var pieces: [String] = []
        var rest = characters[...]
        while rest.reduce(0, { $0 + $1.count }) > width {
            let head = rest.prefix(width / 2)
            let window = rest.dropFirst(head.count).prefix(width / 2 - 12)
            let cut = window.lastIndex { $0 == " " } ?? window.lastIndex { $0 == "," } ?? window.index(before: window.endIndex)
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
        case _ where isInvisible(scalar): "\\u{\(String(scalar.value, radix: 16))}"
        default: String(scalar)
        }
    }

    /// Control characters and the separators that editors take for line ends.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control || scalar == "\u{2028}" || scalar == "\u{2029}"
    }
}
