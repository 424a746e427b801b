/// An exact decimal number of any length: its digits are kept as they are written, so that `12.50` stays `12.50`.
///
/// Numbers of one value are equal and sort alike, however many zeros end them: `12.5` equals `12.50`.
public struct DecimalNumber: Sendable {
    /// The number as JSON has it between quotes: an optional minus, digits, and behind a point more digits.
    public let digits: String

    /// Whether the number is below zero; zero itself never is.
    private let isNegative: Bool
    /// The digits before the point, without zeros in front.
    private let whole: Substring
    /// The digits behind the point, without zeros at the end.
    private let fraction: Substring
}

extension DecimalNumber: LosslessStringConvertible {
    /// Reads a decimal number such as `-12.50`; nil for an exponent, a plus, spaces, superfluous zeros in front or anything else.
    public init?(_ description: String) {
        let unsigned = description.hasPrefix("-") ? description.dropFirst() : description[...]
        let parts = unsigned.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }),
            parts[0].utf8.count == 1 || parts[0].utf8.first != UInt8(ascii: "0")
        else { return nil }
        digits = description
        whole = parts[0].drop { $0 == "0" }
        let written = parts.count > 1 ? parts[1] : ""
        fraction = written.prefix(upTo: written.lastIndex { $0 != "0" }.map(written.index(after:)) ?? written.startIndex)
        isNegative = unsigned.startIndex != description.startIndex && !(whole.isEmpty && fraction.isEmpty)
    }

    /// The number as it is written.
    public var description: String { digits }
}

extension DecimalNumber: ExpressibleByIntegerLiteral {
    /// Makes a decimal number of a whole one.
    public init(_ value: some BinaryInteger) {
        let written = String(value)
        digits = written
        isNegative = value < 0
        whole = written.drop { $0 == "-" || $0 == "0" }
        fraction = ""
    }

    /// Makes a decimal number of a whole one.
    public init(integerLiteral value: Int) {
        self.init(value)
    }
}

extension DecimalNumber: Hashable, Comparable {
    /// Whether both have the same value.
    public static func == (left: DecimalNumber, right: DecimalNumber) -> Bool {
        (left.isNegative, left.whole, left.fraction) == (right.isNegative, right.whole, right.fraction)
    }

    /// Numbers of one value have one hash.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(isNegative)
        hasher.combine(whole)
        hasher.combine(fraction)
    }

    /// Whether the first number is the smaller one.
    public static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
        if left.isNegative != right.isNegative { return left.isNegative }
        return left.isNegative ? right.isCloserToZero(than: left) : left.isCloserToZero(than: right)
    }

    /// Whether the number without its sign is the smaller one.
    private func isCloserToZero(than other: DecimalNumber) -> Bool {
        if whole.utf8.count != other.whole.utf8.count { return whole.utf8.count < other.whole.utf8.count }
        return (whole, fraction) < (other.whole, other.fraction)
    }
}

extension DecimalNumber: Codable {
    /// Reads the text of a decimal number.
    public init(from decoder: any Decoder) throws {
        self = try decoder.decodeText("a decimal number as text, such as 12.50", DecimalNumber.init)
    }

    /// Writes the number as text, with the digits that it was given.
    public func encode(to encoder: any Encoder) throws {
        try encoder.encodeText(digits)
    }
}
