/// The `form` of a kind of key, as far as texts can be made from it: characters and classes, each with how often it may stand.
///
/// That are patterns such as `[a-z0-9]{32}`, `[0-9A-F]{8}-\w{24,}` or `.{40}`. Groups, alternatives and everything else are not understood.
struct KeyForm {
    /// A class, and how often it stands.
    struct Part: Equatable {
        /// Characters that may stand there: of the class those that are letters or digits, or all if there are no two of them.
        var alphabet: [UInt8]
        var least: Int
        /// The most; nil where there is no end.
        var most: Int?
    }

    private(set) var parts: [Part] = []

    private var rest: Substring.UTF8View

    /// Reads a pattern; nil for one that is not understood.
    init?(_ pattern: String) {
        var text = pattern[...]
        // Both are meant anyway.
        if text.hasPrefix("^") { text.removeFirst() }
        if text.hasSuffix("$"), !text.hasSuffix("\\$") { text.removeLast() }
        rest = text.utf8
        while !rest.isEmpty {
            guard let characters = readClass(), let (least, most) = readCount(), (most ?? least) >= least else { return nil }
            let common = KeyChecksum.alphabet.filter(characters.contains)
            parts.append(Part(alphabet: common.count > 1 ? common : characters.sorted(), least: least, most: most))
        }
    }

    private mutating func readClass() -> Set<UInt8>? {
        switch rest.popFirst() {
        case UInt8(ascii: "["): readBrackets()
        case UInt8(ascii: "\\"): readEscape()
        case UInt8(ascii: "."): Self.visible
        case let byte? where Self.visible.contains(byte) && !Self.special.contains(byte): [byte]
        default: nil
        }
    }

    private mutating func readBrackets() -> Set<UInt8>? {
        let isNegated = rest.first == UInt8(ascii: "^")
        if isNegated { rest.removeFirst() }
        var characters: Set<UInt8> = []
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "]") {
                if isNegated { characters = Self.visible.subtracting(characters) }
                return characters.isEmpty ? nil : characters
            }
            guard byte != UInt8(ascii: "["), Self.visible.contains(byte) else { return nil }
            guard let found = byte == UInt8(ascii: "\\") ? readEscape() : [byte] else { return nil }
            guard rest.first == UInt8(ascii: "-"), rest.dropFirst().first != UInt8(ascii: "]") else {
                characters.formUnion(found)
                continue
            }
            rest.removeFirst()
            guard found.count == 1, let from = found.first, let to = rest.popFirst(), to != UInt8(ascii: "\\"), from <= to,
                Self.visible.contains(to)
            else { return nil }
            characters.formUnion(from...to)
        }
        return nil
    }

    private mutating func readEscape() -> Set<UInt8>? {
        switch rest.popFirst() {
        case UInt8(ascii: "d"): Set(UInt8(ascii: "0")...UInt8(ascii: "9"))
        case UInt8(ascii: "w"): Set(KeyChecksum.alphabet + [UInt8(ascii: "_")])
        case UInt8(ascii: "S"): Self.visible
        // A letter behind a backslash means something of its own.
        case let byte? where Self.visible.contains(byte) && !KeyChecksum.alphabet.contains(byte): [byte]
        default: nil
        }
    }

    private mutating func readCount() -> (least: Int, most: Int?)? {
        switch rest.first {
        case UInt8(ascii: "+"): counted((1, nil))
        case UInt8(ascii: "*"): counted((0, nil))
        case UInt8(ascii: "?"): counted((0, 1))
        case UInt8(ascii: "{"): readBraces()
        default: (1, 1)
        }
    }

    private mutating func counted(_ count: (Int, Int?)) -> (Int, Int?) {
        rest.removeFirst()
        return count
    }

    private mutating func readBraces() -> (Int, Int?)? {
        guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else { return nil }
        let bounds = rest[..<end].dropFirst().split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { Substring($0) }
        rest = rest[end...].dropFirst()
        guard let least = Int(bounds[0]), (0...Self.mostCharacters).contains(least), bounds.count <= 2 else { return nil }
        guard bounds.count == 2 else { return (least, least) }
        return bounds[1].isEmpty ? (least, nil) : Int(bounds[1]).map { (least, $0) }
    }

    /// More than any key has: longer ones do not fit into the header fields that servers take.
    private static let mostCharacters = 1_000
    private static let visible = Set(UInt8(ascii: "!")...UInt8(ascii: "~"))
    private static let special = Set("()[]{}|*+?^$".utf8)
}
