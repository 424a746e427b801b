/// A line of a list that a command prints: columns with tabs between.
///
/// What stands in a column may be written by callers of the API, and must make neither a line nor a column of its own, nor steer a terminal: control characters, line
/// separators and what turns the direction of writing (Unicode Standard Annex #9 §2) are escaped as `\n`, `\t`, `\r` or `\u{1b}`, and `\` itself as `\\`.
public struct ListedLine: Hashable, Sendable, CustomStringConvertible {
    /// The line, without an end.
    public let description: String

    /// Puts columns beside each other.
    public init(_ columns: [String]) {
        description = columns.map(Self.escaped).joined(separator: "\t")
    }

    /// A text on one line.
    public static func escaped(_ text: String) -> String {
        text.unicodeScalars.map(escaped).joined()
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\\": return "\\\\"
        case "\n": return "\\n"
        case "\r": return "\\r"
        case "\t": return "\\t"
        default: break
        }
        let isUnseen = [.control, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
        guard isUnseen || isBidirectional(scalar) else { return String(scalar) }
        return "\\u{\(String(scalar.value, radix: 16))}"
    }

    /// Whether a character only turns the direction of writing.
    private static func isBidirectional(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x061c, 0x200e...0x200f, 0x202a...0x202e, 0x2066...0x2069: true
        default: false
        }
    }
}
