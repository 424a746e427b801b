/// A Swift expression that can be laid out on one line or on several.
indirect enum SwiftExpression: Sendable {
    /// Text that is never broken: a name or a number.
    case atom(String)
    /// A string literal.
    case string(String)
    /// A call, or anything else between parentheses: `.object([…])`.
    case call(String, [Argument])
    /// An array literal.
    case array([SwiftExpression])
    /// A dictionary literal.
    case dictionary([(key: String, value: SwiftExpression)])

    struct Argument: Sendable {
        var label: String?
        var value: SwiftExpression
    }

    /// A call with the arguments that there are.
    static func call(_ name: String, _ arguments: (String?, SwiftExpression?)...) -> SwiftExpression {
        .call(name, arguments.compactMap { label, value in value.map { Argument(label: label, value: $0) } })
    }

    /// The expression on one line.
    var oneLine: String {
        switch self {
        case .atom(let text): text
        case .string(let text): StringLiteral(text).oneLine
        case .call(let name, let arguments): "\(name)(\(arguments.map { Self.label($0.label) + $0.value.oneLine }.joined(separator: ", ")))"
        case .array(let elements): "[\(elements.map(\.oneLine).joined(separator: ", "))]"
        case .dictionary(let entries):
            entries.isEmpty ? "[:]" : "[\(entries.map { Self.key($0.key) + $0.value.oneLine }.joined(separator: ", "))]"
        }
    }

    /// The collections of several elements in the expression: for each, formatters keep a column free for the comma that it would end with.
    private var collections: Int {
        switch self {
        case .atom, .string: 0
        case .call(_, let arguments): arguments.reduce(0) { $0 + $1.value.collections }
        case .array(let elements): elements.reduce(elements.count > 1 ? 1 : 0) { $0 + $1.collections }
        case .dictionary(let entries): entries.reduce(entries.count > 1 ? 1 : 0) { $0 + $1.value.collections }
        }
    }

    /// The expression on as few lines as fit, the first beginning with `prefix`.
    ///
    /// - Parameters:
    ///   - indentation: the spaces before the line on which the expression begins.
    ///   - suffix: what follows the expression on its last line, such as a comma.
    func lines(prefix: String = "", indentation: Int, suffix: String = "") -> [String] {
        let oneLine = prefix + self.oneLine + suffix
        let isOneLine = if case .string(let text) = self { !text.contains("\n") } else { true }
        if isOneLine, indentation + oneLine.count + collections <= SwiftLayout.width { return [oneLine] }
        switch self {
        case .atom: return [oneLine]
        case .string(let text): return StringLiteral(text).lines(prefix: prefix, indentation: indentation, suffix: suffix)
        case .call(let name, let arguments):
            let parts = arguments.map { (Self.label($0.label), $0.value) }
            return Self.broken(parts, open: "\(prefix)\(name)(", close: ")" + suffix, trailingComma: false, indentation: indentation)
        case .array(let elements):
            let parts = elements.map { ("", $0) }
            return Self.broken(parts, open: "\(prefix)[", close: "]" + suffix, trailingComma: elements.count > 1, indentation: indentation)
        case .dictionary(let entries):
            let parts = entries.map { (Self.key($0.key), $0.value) }
            return Self.broken(parts, open: "\(prefix)[", close: "]" + suffix, trailingComma: entries.count > 1, indentation: indentation)
        }
    }

    /// The lines behind a label or a key; what cannot be broken itself stands on a line of its own if it would not fit beside it.
    private func lines(after prefix: String, indentation: Int, suffix: String) -> [String] {
        let fits = indentation + (prefix + oneLine + suffix).count <= SwiftLayout.width
        guard case .atom = self, !fits, let end = prefix.lastIndex(of: ":") else {
            return lines(prefix: prefix, indentation: indentation, suffix: suffix)
        }
        return [String(prefix[...end])] + lines(indentation: indentation + 4, suffix: suffix).map { "    " + $0 }
    }

    private static func broken(
        _ parts: [(prefix: String, value: SwiftExpression)],
        open: String,
        close: String,
        trailingComma: Bool,
        indentation: Int
    ) -> [String] {
        let inner = parts.enumerated().flatMap { index, part in
            let comma = index < parts.count - 1 || trailingComma ? "," : ""
            return part.value.lines(after: part.prefix, indentation: indentation + 4, suffix: comma)
        }
        return [open] + inner.map { "    " + $0 } + [close]
    }

    private static func key(_ key: String) -> String {
        StringLiteral(key).oneLine + ": "
    }

    private static func label(_ label: String?) -> String {
        label.map { $0 + ": " } ?? ""
    }
}

/// How generated Swift is laid out.
enum SwiftLayout {
    /// The longest line.
    static let width = 140
}
