import CharterRuntime

/// Texts at the bounds of their length, which counts code points, and beside their pattern.
struct TextTrials {
    /// One code point, two UTF-16 units, four bytes.
    private static let wide = "\u{1F426}"
    /// Two code points, one character to the eye.
    private static let combined = "e\u{301}"
    /// What patterns are made of most often.
    private static let plain = ["a", "A", "0", "7", "9", "x", "Z", "-"]
    /// What few patterns allow.
    private static let strange = ["~", "\u{7}", "!", " ", "é", "a-", "A_"]

    private let api: APIDescription
    private let length: APIDescription.Bounds<Int>
    private let pattern: String?
    private let format: APIDescription.StringFormat
    private let isASCII: Bool

    init(
        length: APIDescription.Bounds<Int>,
        pattern: String?,
        format: APIDescription.StringFormat = .plain,
        isASCII: Bool = false,
        in api: APIDescription
    ) {
        self.api = api
        self.length = length
        self.pattern = pattern
        self.format = format
        self.isASCII = isASCII
    }

    var all: [ValueTrial] {
        var trials = tooLong
        if let maximum = length.maximum, let unit = unit(preferring: isASCII ? "a" : Self.wide, count: maximum) {
            trials.append(ValueTrial("longest", isValid: true, .string(String(repeating: unit, count: maximum))))
        }
        if let minimum = length.minimum, minimum > 0 {
            if let unit = unit(preferring: isASCII ? "a" : Self.wide, count: minimum) {
                trials.append(ValueTrial("shortest", isValid: true, .string(String(repeating: unit, count: minimum))))
            }
            if minimum == 1 {
                trials.append(ValueTrial("empty", .string("")))
            } else if let unit = unit(preferring: isASCII ? "a" : Self.wide, count: minimum - 1) {
                trials.append(ValueTrial("too-short", .string(String(repeating: unit, count: minimum - 1))))
            }
        }
        if let text = mismatch { trials.append(ValueTrial("other-pattern", .string(text))) }
        return trials + besidePattern
    }

    /// A text that fits, with something in front or behind: a pattern that speaks of its ends is that of the whole text.
    private var besidePattern: [ValueTrial] {
        let schema = APIDescription.Schema.string(format: format, length: length, pattern: pattern)
        guard pattern != nil, let known = api.sampleText(of: schema) ?? api.inventedText(of: schema) else { return [] }
        func first(_ texts: [String]) -> String? { texts.first { !fits($0, length: .init()) && length.contains($0.unicodeScalars.count) } }
        let (before, behind) = (first(["~\(known)", "\n\(known)"]), first(["\(known)\n", "\(known)~"]))
        return (before.map { [ValueTrial("before-pattern", .string($0))] } ?? [])
            + (behind.map { [ValueTrial("behind-pattern", .string($0))] } ?? [])
    }

    /// One code point too many, and to the eye still few enough.
    var tooLong: [ValueTrial] {
        guard let maximum = length.maximum else { return [] }
        if pattern == nil, format == .plain, !isASCII {
            let text = Array(repeating: Self.combined, count: (maximum + 1) / 2).joined() + ((maximum + 1) % 2 == 0 ? "" : "a")
            return [ValueTrial("too-long", .string(text))]
        }
        return unit(preferring: "a", count: maximum + 1).map { unit in
            [ValueTrial("too-long", .string(String(repeating: unit, count: maximum + 1)))]
        } ?? []
    }

    /// Something that may stand so many times in the text, whatever its length.
    private func unit(preferring preferred: String, count: Int) -> String? {
        ([preferred] + Self.plain).first { unit in fits(String(repeating: unit, count: count), length: .init()) }
    }

    /// A text of a good length that the pattern does not allow.
    private var mismatch: String? {
        guard pattern != nil else { return nil }
        let count = max(1, length.minimum ?? 1)
        let texts = Self.strange.map { String(repeating: $0, count: count) } + ["\(String(repeating: "a", count: count))\n"]
        return texts.first { !fits($0, length: .init()) && length.contains($0.unicodeScalars.count) }
    }

    private func fits(_ text: String, length: APIDescription.Bounds<Int>) -> Bool {
        api.faults(of: .string(text), against: .string(format: format, length: length, pattern: pattern)).isEmpty
    }
}
