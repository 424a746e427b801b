/// Random numbers that a seed repeats (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Writes random texts of JSON, with spaces, escapes and numbers of all forms.
struct RandomJSON {
    var generator: SeededGenerator
    private(set) var bytes: [UInt8] = []
    /// The place of the value that each byte belongs to.
    private(set) var places: [String] = []
    private var maximumDepth = 0

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    /// A text of one value.
    mutating func text(maximumDepth: Int) -> [UInt8] {
        (bytes, places, self.maximumDepth) = ([], [], maximumDepth)
        space("")
        value("", depth: 0)
        space("")
        return bytes
    }

    private mutating func value(_ place: String, depth: Int) {
        switch Int.random(in: 0..<(depth < maximumDepth ? 12 : 8), using: &generator) {
        case 0: write("null", place)
        case 1: write(Bool.random(using: &generator) ? "true" : "false", place)
        case 2...4: write(number(), place)
        case 5...7: write(string().text, place)
        case 8...9: object(place, depth: depth)
        default: list(place, depth: depth)
        }
    }

    private mutating func object(_ place: String, depth: Int) {
        write("{", place)
        space(place)
        for index in 0..<Int.random(in: 0...5, using: &generator) {
            if index > 0 { separator(",", place) }
            let name = string()
            write(name.text, place)
            separator(":", place)
            value(Self.member(name.value, of: place), depth: depth + 1)
            space(place)
        }
        write("}", place)
    }

    private mutating func list(_ place: String, depth: Int) {
        write("[", place)
        space(place)
        for index in 0..<Int.random(in: 0...5, using: &generator) {
            if index > 0 { separator(",", place) }
            value("\(place)[\(index)]", depth: depth + 1)
            space(place)
        }
        write("]", place)
    }

    /// A place as the contract's reference says: written here once more, so that the two can be held against each other.
    private static func member(_ name: String, of place: String) -> String {
        if name.isEmpty || name.contains(where: { ".[]\"".contains($0) }) {
            let quoted = name.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
            return "\(place)[\"\(quoted)\"]"
        }
        return place.isEmpty ? name : "\(place).\(name)"
    }

    private mutating func separator(_ text: String, _ place: String) {
        space(place)
        write(text, place)
        space(place)
    }

    private mutating func space(_ place: String) {
        guard Int.random(in: 0..<4, using: &generator) == 0 else { return }
        for _ in 0...Int.random(in: 0...2, using: &generator) {
            write([" ", "\n", "\t", "\r"].randomElement(using: &generator) ?? " ", place)
        }
    }

    private mutating func write(_ text: String, _ place: String) {
        for byte in text.utf8 {
            bytes.append(byte)
            places.append(place)
        }
    }
}

extension RandomJSON {
    /// A number in one of the forms that JSON has.
    mutating func number() -> String {
        let sign = Bool.random(using: &generator) ? "-" : ""
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: return sign + "0"
        case 1: return sign + String(Int.random(in: 0...1_000, using: &generator))
        case 2: return String(Int64.random(in: .min ... .max, using: &generator))
        case 3: return Double(bitPattern: UInt64.random(in: 0..<0x7FF0_0000_0000_0000, using: &generator)).description
        case 4: return sign + digits(1...25) + "." + digits(1...25, canBeginWithZero: true)
        case 5: return sign + digits(1...18) + "e" + String(Int.random(in: -330...320, using: &generator))
        case 6:
            return sign + digits(1...3) + "." + digits(1...3, canBeginWithZero: true) + (Bool.random(using: &generator) ? "E+0" : "e-")
                + digits(1...2)
        default: return sign + digits(1...30)
        }
    }

    private mutating func digits(_ counts: ClosedRange<Int>, canBeginWithZero: Bool = false) -> String {
        let digits = (0..<Int.random(in: counts, using: &generator)).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
        return digits.first == "0" && digits.count > 1 && !canBeginWithZero ? "1" + digits : digits
    }

    /// A text in quotes, and what it says.
    mutating func string() -> (text: String, value: String) {
        var text = "\""
        var value = ""
        for _ in 0..<[0, 1, 1, 3, 7, 8, 9, 30][Int.random(in: 0..<8, using: &generator)] {
            let scalar = scalar()
            value.unicodeScalars.append(scalar)
            text += written(scalar)
        }
        return (text + "\"", value)
    }

    private mutating func scalar() -> Unicode.Scalar {
        let ranges: [ClosedRange<UInt32>] = [
            0x20...0x7F, 0x20...0x7F, 0x61...0x7A, 0...0x1F, 0x80...0x7FF, 0x2028...0x2029, 0xE000...0xFFFF, 0x1F600...0x1F64F,
        ]
        return Unicode.Scalar(UInt32.random(in: ranges.randomElement(using: &generator) ?? 0...0, using: &generator)) ?? "x"
    }

    private mutating func written(_ scalar: Unicode.Scalar) -> String {
        let short: [Unicode.Scalar: String] = [
            "\"": #"\""#, "\\": #"\\"#, "/": #"\/"#, "\u{8}": #"\b"#, "\u{C}": #"\f"#, "\n": #"\n"#, "\r": #"\r"#, "\t": #"\t"#,
        ]
        let mustEscape = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
        guard mustEscape || Int.random(in: 0..<8, using: &generator) == 0 else { return String(scalar) }
        if let escape = short[scalar], Bool.random(using: &generator) { return escape }
        return String(scalar).utf16.map { unit in
            let digits = String(unit, radix: 16, uppercase: Bool.random(using: &generator))
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}
