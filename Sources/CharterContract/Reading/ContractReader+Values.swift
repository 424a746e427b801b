import CharterYAML

/// Reading scalars, each at the place where its type is known.
extension ContractReader {
    mutating func wrongType(_ node: MarkedNode, expected: String, help: String? = nil) {
        report("expected \(expected), found \(node.kindInWords)", rule: "wrong-type", at: node.span, help: help)
    }

    /// A text that states a fact.
    mutating func text(_ node: MarkedNode, expected: String = "text") -> Located<String>? {
        guard let text = node.text else {
            wrongType(node, expected: expected)
            return nil
        }
        checkTag(node)
        if node.isAssumed { assumedFacts += 1 }
        return Located(text, at: node.span, isAssumed: node.isAssumed)
    }

    /// A text that describes; it is no fact, so it does not count as assumed.
    mutating func description(_ node: MarkedNode?) -> String? {
        guard let node else { return nil }
        guard let text = node.text else {
            wrongType(node, expected: "text")
            return nil
        }
        checkTag(node)
        if text.trimmed.isEmpty || node.isNull { wrongType(node, expected: "text") }
        if case .scalar(let scalar) = node.node.kind, scalar.isCut { cutDescriptions.append(node.span) }
        return text.trimmed
    }

    mutating func integer(_ node: MarkedNode, atLeast minimum: Int = .min, help: String? = nil) -> Located<Int>? {
        let expected = minimum == .min ? "a whole number" : "a whole number of at least \(minimum)"
        guard let text = node.text, let value = Int(text), value >= minimum else {
            wrongType(node, expected: expected, help: help)
            return nil
        }
        return self.text(node)?.map { _ in value }
    }

    /// One of the words of an enumeration.
    mutating func word<Word: RawRepresentable & CaseIterable & Sendable>(_ node: MarkedNode, _: Word.Type = Word.self) -> Located<Word>?
    where Word.RawValue == String {
        word(node, among: Array(Word.allCases))
    }

    /// One of the words of an enumeration that are meant here.
    mutating func word<Word: RawRepresentable & Sendable>(_ node: MarkedNode, among values: [Word]) -> Located<Word>?
    where Word.RawValue == String {
        word(node, values.map(\.rawValue)).flatMap { text in
            Word(rawValue: text.value).map { Located($0, at: text.span, isAssumed: text.isAssumed) }
        }
    }

    /// One of some words.
    mutating func word(_ node: MarkedNode, _ words: [String]) -> Located<String>? {
        guard let text = node.text, words.contains(text) else {
            let help = node.text.flatMap { ForeignWord.meant(by: $0, among: words) }.map { "did you mean '\($0)'?" }
            wrongType(node, expected: words.map { "'\($0)'" }.inWords(conjunction: "or"), help: help)
            return nil
        }
        return self.text(node)
    }

    /// `yes` or `no`.
    mutating func yesOrNo(_ node: MarkedNode) -> Located<Bool>? {
        word(node, ["yes", "no"])?.map { $0 == "yes" }
    }

    /// A number of bytes: `512`, `64KiB`, `10MiB`, `1GiB`.
    mutating func byteSize(_ node: MarkedNode) -> Located<Int>? {
        let units = ["KiB": 1_024, "MiB": 1_048_576, "GiB": 1_073_741_824]
        let unit = units.first { node.text?.hasSuffix($0.key) == true }
        guard let text = node.text, let count = Int(text.dropLast(unit?.key.count ?? 0)), count >= 1,
            case let (bytes, overflow) = count.multipliedReportingOverflow(by: unit?.value ?? 1), !overflow
        else {
            wrongType(node, expected: "a number of bytes", help: "write a whole number, with KiB, MiB or GiB behind it: 10MiB")
            return nil
        }
        return self.text(node)?.map { _ in bytes }
    }

    /// A list of texts; one text alone is a fault with a mend.
    mutating func texts(_ node: MarkedNode) -> [Located<String>] {
        guard let elements = node.elements else {
            wrongType(node, expected: "a list", help: node.text.map { "write [\($0.listed)]" })
            return []
        }
        checkTag(node)
        for element in elements where element.text?.isEmpty == true { wrongType(element, expected: "text") }
        return elements.compactMap { text($0) }
    }

    /// The longest time that can be written, a hundred years: instants so much later can be told and kept.
    private static var longestSeconds: Int { 36_500 * 86_400 }

    /// A length of time in seconds: `1s`, `15m`, `24h`, `30d`; at most `36500d`.
    mutating func duration(
        _ node: MarkedNode,
        help: String = "write a whole number and a unit: 1s, 15m, 24h or 30d"
    ) -> Located<Int>? {
        let units: [Character: Int] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
        guard let text = node.text, let unit = text.last.flatMap({ units[$0] }), let count = Int(text.dropLast()), count >= 1 else {
            wrongType(node, expected: "a length of time", help: help)
            return nil
        }
        let (seconds, overflow) = count.multipliedReportingOverflow(by: unit)
        guard !overflow, seconds <= Self.longestSeconds else {
            wrongType(node, expected: "a length of time", help: "write at most 36500d, which is a hundred years")
            return nil
        }
        return self.text(node)?.map { _ in seconds }
    }

    /// Inclusive bounds: `1..200`, `1..`, `..200`, or one number for both.
    mutating func bounds(_ node: MarkedNode?) -> Located<BoundsText>? {
        guard let node else { return nil }
        guard let text = node.text, let bounds = BoundsText(text) else {
            wrongType(node, expected: "bounds", help: "write 1..200, 1.., ..200 or one number for both")
            return nil
        }
        if let minimum = bounds.minimum.flatMap(Double.init), let maximum = bounds.maximum.flatMap(Double.init), minimum > maximum {
            report("no value lies within \(text)", rule: "empty-bounds", at: node.span, help: "swap the two numbers")
        }
        return self.text(node)?.map { _ in bounds }
    }

    /// A mark before a key would be dropped in silence.
    mutating func checkKeyTags(_ members: Members) {
        for (key, tag) in members.keyTags {
            let help = "write it before the value: '\(key.value): \(tag) …'"
            report("the tag \(tag) stands before a key", rule: "unknown-tag", at: key.span, help: help)
        }
    }

    /// Only the two marks may stand before a value: any other tag would be dropped in silence.
    mutating func checkTag(_ node: MarkedNode) {
        guard let tag = node.node.tag, !["!assumed", "!documented"].contains(tag) else { return }
        let tags = "the tags are !assumed and !documented" + (node.text == nil ? "" : "; quote a text that begins with '!'")
        let help = nearestName(to: tag, among: ["!assumed", "!documented"]).map { "did you mean '\($0)'?" } ?? tags
        report("unknown tag \(tag)", rule: "unknown-tag", at: node.span, help: help)
    }
}

extension String {
    /// The words of a list that was written as one text: `a | b` and `a, b` are `a, b`.
    fileprivate var listed: String {
        if ["no", "false", "null", "~"].contains(self) { return "" }
        return split { ",|".contains($0) }.map { String($0).trimmed }.joined(separator: ", ")
    }
}

extension BoundsText {
    /// `1..200`, `1..`, `..200` or `3`; nil for anything else.
    init?(_ text: String) {
        guard let dots = text.firstRange(of: "..") else {
            guard Self.isBound(text) else { return nil }
            self.init(minimum: text, maximum: text)
            return
        }
        let minimum = String(text[..<dots.lowerBound])
        let maximum = String(text[dots.upperBound...])
        guard !(minimum.isEmpty && maximum.isEmpty), [minimum, maximum].allSatisfy({ $0.isEmpty || Self.isBound($0) }) else {
            return nil
        }
        self.init(minimum: minimum.isEmpty ? nil : minimum, maximum: maximum.isEmpty ? nil : maximum)
    }

    /// Whether a text is a number as JSON writes it: it goes into documents and code as it is.
    private static func isBound(_ text: String) -> Bool {
        OrderedJSON.isNumber(text) && Double(text)?.isFinite == true
    }
}
