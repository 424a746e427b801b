import Measuring

/// Sentences as contracts have them: 40 to 200 characters, seldom two alike.
struct Prose {
    private static let subjects = [
        "The record", "The amount", "The person who signed", "Whoever asked for it", "The last change", "The first copy", "A partner",
        "The ledger of the year", "The team that owns it", "The warehouse", "A later version", "The document behind it",
    ]
    private static let verbs = [
        "decides", "names", "replaces", "confirms", "limits", "explains", "is kept for", "is shown beside", "is counted with", "leads to",
        "depends on", "stands for",
    ]
    private static let objects = [
        "what is due on the day", "the part that was delivered", "every copy that is still open", "the place where it is kept",
        "what the customer agreed to", "the price without taxes", "the reason that was given", "the next step of the work",
        "all that came before it", "what an auditor asks for", "the share of each partner", "the words people read",
    ]
    private static let conditions = [
        "unless it was closed before", "as long as the contract runs", "where the plan allows it", "until somebody corrects it",
        "also after it was archived", "once it has been approved", "in the currency of the account", "as the person wrote it",
    ]
    private static let words = [
        "harbour", "lantern", "orchard", "meadow", "copper", "saddle", "timber", "willow", "anchor", "marble", "pepper", "violet",
    ]

    private var random: SplitMix

    init(_ random: SplitMix) {
        self.random = random
    }

    /// One sentence of 40 to 110 characters, without what YAML or flow maps read as signs.
    mutating func sentence() -> String {
        let clause = "\(pick(Self.subjects)) \(pick(Self.verbs)) \(pick(Self.objects))"
        return number(below: 2) == 0 ? "\(clause)." : "\(clause) \(pick(Self.conditions))."
    }

    /// Two or three sentences.
    mutating func paragraph() -> String {
        (0..<2 + number(below: 2)).map { _ in sentence() }.joined(separator: " ")
    }

    /// Two words, as values of text have them.
    mutating func words() -> String {
        "\(pick(Self.words)) \(pick(Self.words))"
    }

    /// A UUID of version 4.
    mutating func uuid() -> String {
        let digits = Array(hex(32))
        let parts = [digits[0..<8], digits[8..<12], ["4"] + digits[13..<16], ["a"] + digits[17..<20], digits[20..<32]]
        return parts.map { String($0) }.joined(separator: "-")
    }

    mutating func number(below bound: Int) -> Int {
        Int.random(in: 0..<bound, using: &random)
    }

    private mutating func hex(_ count: Int) -> String {
        String((0..<count).map { _ in Character(String(number(below: 16), radix: 16)) })
    }

    private mutating func pick(_ texts: [String]) -> String {
        texts[number(below: texts.count)]
    }
}
