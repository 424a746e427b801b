/// Makes up a short text that a regular expression matches, where it is written in the usual ways.
///
/// It knows literals, classes, groups, alternatives, anchors and numbers of times (ECMA-262 §22.2.1), and gives up at anything else. Whoever takes the text
/// holds it against the pattern again.
struct PatternSample {
    private var rest: Substring.UnicodeScalarView
    /// How many times more than the least a part is repeated that may be.
    private let extra: Int
    /// Whether of the characters of a class any is taken, and not the first.
    private let isRandom: Bool
    private var isUnderstood = true

    private init(_ pattern: String, extra: Int, isRandom: Bool) {
        rest = pattern[...].unicodeScalars
        self.extra = extra
        self.isRandom = isRandom
    }

    /// The text, or nil where the pattern is written in a way that is not known.
    ///
    /// - Parameters:
    ///   - extra: How many times more than the least each part stands there that may be repeated.
    ///   - isRandom: Whether it is another text each time, as far as the pattern has any.
    static func text(of pattern: String, extra: Int = 0, isRandom: Bool = false) -> String? {
        var sample = PatternSample(pattern, extra: extra, isRandom: isRandom)
        let text = sample.alternatives()
        return sample.isUnderstood && sample.rest.isEmpty ? text : nil
    }

    /// Of alternatives the first; the others are only read.
    private mutating func alternatives() -> String {
        let first = sequence()
        while take("|") { _ = sequence() }
        return first
    }

    private mutating func sequence() -> String {
        var text = ""
        while isUnderstood, let next = rest.first, next != "|", next != ")" {
            let start = rest
            let part = part()
            let bounds = bounds()
            let count = min(bounds.least + extra, bounds.most)
            guard (0...1_100).contains(count) else { return giveUp() }
            guard isRandom, count > 1 else {
                text += String(repeating: part, count: count)
                continue
            }
            let end = rest
            for _ in 0..<count {
                rest = start
                text += self.part()
            }
            rest = end
        }
        return text
    }

    private mutating func part() -> String {
        guard let scalar = rest.popFirst() else { return giveUp() }
        switch scalar {
        case "^", "$": return ""
        case ".": return "a"
        case "(": return group()
        case "[": return oneOfClass()
        case "\\":
            // The edge of a word, or none.
            if take("b") || take("B") { return "" }
            return escaped().map(one) ?? giveUp()
        case "*", "+", "?", "{": return giveUp()
        default: return String(scalar)
        }
    }

    private mutating func group() -> String {
        if take("?"), !take(":") {
            // A name; what looks ahead or back says nothing that could be written down.
            guard take("<"), let initial = rest.first, initial != "=", initial != "!" else { return giveUp() }
            while let scalar = rest.popFirst(), scalar != ">" {}
        }
        let text = alternatives()
        return take(")") ? text : giveUp()
    }

    /// The characters that one behind a backslash stands for, as far as any of them is asked for; nil where that is not known.
    private mutating func escaped() -> Characters? {
        guard let scalar = rest.popFirst() else { return nil }
        switch scalar {
        case "d": return "0"..."9"
        case "w": return "a"..."z"
        case "s": return " "..." "
        case "D", "S": return "a"..."a"
        case "W": return "-"..."-"
        case "t": return "\t"..."\t"
        case "n": return "\n"..."\n"
        case "a"..."z", "A"..."Z", "0"..."9": return nil
        default: return scalar...scalar
        }
    }

    private typealias Characters = ClosedRange<Unicode.Scalar>

    private mutating func oneOfClass() -> String {
        let isNegated = take("^")
        var ranges: [Characters] = []
        while !take("]") {
            guard let scalar = rest.popFirst() else { return giveUp() }
            var range = scalar...scalar
            if scalar == "\\" {
                guard let known = escaped() else { return giveUp() }
                range = known
            }
            if rest.first == "-", let end = rest.dropFirst().first, end != "]" {
                guard end != "\\", range.lowerBound <= end else { return giveUp() }
                rest = rest.dropFirst(2)
                range = range.lowerBound...end
            }
            ranges.append(range)
        }
        guard isNegated else { return (isRandom ? ranges.randomElement() : ranges.first).map(one) ?? giveUp() }
        let others: [Unicode.Scalar] = ["a", "A", "0", "-", " ", "~"]
        return others.first { other in !ranges.contains { $0.contains(other) } }.map { String($0) } ?? giveUp()
    }

    /// One of some characters.
    private func one(of characters: Characters) -> String {
        let numbers = characters.lowerBound.value...characters.upperBound.value
        return String(isRandom ? Unicode.Scalar(.random(in: numbers)) ?? characters.lowerBound : characters.lowerBound)
    }

    /// How often the part before stands there.
    private mutating func bounds() -> (least: Int, most: Int) {
        var bounds = (least: 1, most: 1)
        if take("*") {
            bounds = (0, .max)
        } else if take("+") {
            bounds = (1, .max)
        } else if take("?") {
            bounds = (0, 1)
        } else if take("{") {
            let text = String(String.UnicodeScalarView(rest.prefix { $0 != "}" }))
            rest = rest.dropFirst(text.unicodeScalars.count + 1)
            let ends = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
            guard let first = ends.first, let least = first, (0...1_000).contains(least), ends.count <= 2 else {
                isUnderstood = false
                return bounds
            }
            bounds = (least, ends.count == 1 ? least : ends[1] ?? .max)
        } else {
            return bounds
        }
        _ = take("?")
        return bounds
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard rest.first == scalar else { return false }
        rest = rest.dropFirst()
        return true
    }

    private mutating func giveUp() -> String {
        isUnderstood = false
        return ""
    }
}
