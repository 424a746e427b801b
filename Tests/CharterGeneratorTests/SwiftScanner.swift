/// Reads Swift source the way the compiler's lexer does, as far as generated code needs it: comments and string literals apart, the rest is
/// code.
struct SwiftScanner {
    /// The code, each literal as `""`; no white space, and no comma before a bracket that closes.
    private(set) var code = ""
    /// What the literals stand for, with U+E000 for each `\(`.
    private(set) var literals: [String] = []
    private var rest: Substring.UnicodeScalarView

    /// - Throws: ``UnreadableSwift`` for a literal that does not end or has an unknown escape.
    init(_ source: String) throws {
        rest = source[...].unicodeScalars
        while let scalar = rest.first {
            if skip("//") {
                while let next = rest.first, next != "\n", next != "\r" { rest.removeFirst() }
            } else if scalar == "\"" || scalar == "#", let hashes = openingHashes {
                literals.append(try literal(hashes: hashes))
                code += "\"\""
            } else {
                rest.removeFirst()
                if scalar.properties.isWhitespace { continue }
                if ")]".unicodeScalars.contains(scalar), code.last == "," { code.removeLast() }
                code.unicodeScalars.append(scalar)
            }
        }
    }

    private func startsWith(_ text: String) -> Bool {
        rest.starts(with: text.unicodeScalars)
    }

    private mutating func skip(_ text: String) -> Bool {
        guard startsWith(text) else { return false }
        rest.removeFirst(text.unicodeScalars.count)
        return true
    }

    /// The hash signs before the quote of a literal that begins here; nil if none does.
    private var openingHashes: Int? {
        let hashes = rest.prefix { $0 == "#" }.count
        return rest.dropFirst(hashes).first == "\"" ? hashes : nil
    }

    private mutating func literal(hashes: Int) throws -> String {
        rest.removeFirst(hashes)
        let delimiter = String(repeating: "#", count: hashes)
        // A raw literal that closes on its line is no literal of several lines, however many quotes it begins with.
        let line = String(rest.prefix { $0 != "\n" && $0 != "\r" }.dropFirst())
        let closesOnLine = hashes > 0 && line.unicodeScalars.contains("\"" + delimiter)
        if startsWith("\"\"\""), !closesOnLine {
            rest.removeFirst(3)
            return try multiLine()
        }
        rest.removeFirst()
        var text = ""
        while !skip("\"" + delimiter) {
            guard let scalar = rest.popFirst(), scalar != "\n", scalar != "\r" else {
                throw UnreadableSwift("a literal does not end: \(text)")
            }
            if scalar == "\\", skip(delimiter) { try escape(into: &text) } else { text.unicodeScalars.append(scalar) }
        }
        return text
    }

    /// The text between `"""` and `"""`, without the indentation of the last line.
    private mutating func multiLine() throws -> String {
        guard skip("\n") else { throw UnreadableSwift("text stands behind \"\"\"") }
        var lines: [(text: String, joins: Bool)] = []
        var line = ""
        while !skip("\"\"\"") {
            guard let scalar = rest.popFirst(), scalar != "\r" else { throw UnreadableSwift("a literal does not end: \(line)") }
            switch scalar {
            case "\n":
                lines.append((line, false))
                line = ""
            case "\\" where skip("\n"):
                lines.append((line, true))
                line = ""
            case "\\": try escape(into: &line)
            default: line.unicodeScalars.append(scalar)
            }
        }
        guard line.allSatisfy({ $0 == " " }), lines.last?.joins != true else {
            throw UnreadableSwift("the last line holds more than \"\"\"")
        }
        var text = ""
        for (index, current) in lines.enumerated() {
            guard current.text.allSatisfy({ $0 == " " }) || current.text.unicodeScalars.starts(with: line.unicodeScalars) else {
                throw UnreadableSwift("'\(current.text)' is not indented enough")
            }
            text.unicodeScalars += current.text.unicodeScalars.dropFirst(line.unicodeScalars.count)
            if !current.joins, index < lines.count - 1 { text += "\n" }
        }
        return text
    }

    private mutating func escape(into text: inout String) throws {
        let simple: [Unicode.Scalar: Unicode.Scalar] = [
            "n": "\n", "r": "\r", "t": "\t", "0": "\0", "\\": "\\", "\"": "\"", "'": "'", "(": "\u{E000}",
        ]
        guard let kind = rest.popFirst() else { throw UnreadableSwift("an escape does not end") }
        if let scalar = simple[kind] {
            text.unicodeScalars.append(scalar)
            return
        }
        guard kind == "u", skip("{"), let end = rest.firstIndex(of: "}"), let value = UInt32(String(rest[..<end]), radix: 16),
            let scalar = Unicode.Scalar(value)
        else { throw UnreadableSwift("there is no escape \\\(kind)") }
        text.unicodeScalars.append(scalar)
        rest = rest[rest.index(after: end)...]
    }
}

extension Sequence<Unicode.Scalar> {
    fileprivate func contains(_ text: String) -> Bool {
        let scalars = Array(self)
        let sought = Array(text.unicodeScalars)
        return scalars.indices.contains { scalars[$0...].starts(with: sought) }
    }
}
