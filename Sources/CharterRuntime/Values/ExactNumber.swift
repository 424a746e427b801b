/// A number of JSON with the value that its digits say, where a `Double` would have one that is near: `12.50` is written again as `12.50`.
///
/// Numbers of one value are equal and sort alike, however they are written: `12.5`, `12.50` and `1.25e1` are the same.
public struct ExactNumber: Sendable {
    /// The number without an exponent.
    public let decimal: DecimalNumber

    /// The most digits that a number has once it is written without an exponent: `1e999999999` takes no memory.
    public static let maximumDigits = 1_000

    /// What a number is that has not too many digits, to follow "must be".
    static let phrase = "a number of at most \(maximumDigits) digits"

    /// The number as JSON writes it, without an exponent.
    public var digits: String { decimal.digits }

    /// How many digits stand behind the point, without zeros at the end.
    public var places: Int {
        let fraction = digits.utf8.split(separator: UInt8(ascii: "."), maxSplits: 1).dropFirst().first ?? ""[...].utf8
        return fraction.count - fraction.reversed().prefix { $0 == UInt8(ascii: "0") }.count
    }

    /// A number of units with so many digits behind the point: of 1250 cents, with two, it makes `12.50`.
    ///
    /// - Parameter places: 0 to 900; what is beyond is taken for the nearest.
    public init(_ units: Int, places: Int = 0) {
        var digits = String(units.magnitude)
        let places = min(max(places, 0), 900)
        digits = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
        if places > 0 { digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -places)) }
        self.init(decimal: units < 0 ? "-" + digits : digits)
    }

    /// The number that plain digits say.
    private init(decimal digits: String) {
        self.init(DecimalNumber(digits) ?? 0)
    }

    private init(_ decimal: DecimalNumber) {
        self.decimal = decimal
    }
}

extension ExactNumber: LosslessStringConvertible {
    /// Reads a number as JSON writes it, be it with an exponent; nil for anything else, and for a number of more than ``maximumDigits`` digits.
    public init?(_ description: String) {
        guard let number = Numeral.reading(description, { ExactNumber($0) }) else { return nil }
        self = number
    }

    /// The value of a number that is read; nil if it has too many digits.
    init?(_ numeral: Numeral) {
        let written = numeral.text.prefix { $0 | 0x20 != UInt8(ascii: "e") }
        guard numeral.text.count <= 4 * Self.maximumDigits else { return nil }
        let digits = String(decoding: written, as: UTF8.self)
        if written.count == numeral.text.count {
            guard digits.utf8.count <= Self.maximumDigits else { return nil }
            self.init(decimal: digits)
        } else {
            // The exponent of the last digit leads to that of the point.
            let places = digits.utf8.split(separator: UInt8(ascii: ".")).dropFirst().first?.count ?? 0
            guard let shifted = Self.shifted(digits, by: numeral.exponent + places) else { return nil }
            self.init(decimal: shifted)
        }
    }

    /// The digits with the point so many places further to the right; nil if they are too many then.
    private static func shifted(_ digits: String, by places: Int) -> String? {
        let isNegative = digits.hasPrefix("-")
        let parts = digits.dropFirst(isNegative ? 1 : 0).split(separator: ".")
        var all = parts.joined()
        // Zero stays zero, however its point is moved.
        guard all.contains(where: { $0 != "0" }) else { return isNegative ? "-0" : "0" }
        let point = parts[0].utf8.count + places
        guard point <= maximumDigits, all.utf8.count - point <= maximumDigits else { return nil }
        if point <= 0 { all = String(repeating: "0", count: 1 - point) + all }
        if point > all.utf8.count { all += String(repeating: "0", count: point - all.utf8.count) }
        let cut = all.index(all.startIndex, offsetBy: max(point, 1))
        let whole = all[..<cut].drop { $0 == "0" }
        let written = (whole.isEmpty ? "0" : whole) + (cut < all.endIndex ? "." + all[cut...] : "")
        guard written.utf8.count <= maximumDigits + 1 else { return nil }
        return isNegative ? "-" + written : String(written)
    }

    /// The number as JSON writes it, without an exponent.
    public var description: String { digits }
}

extension ExactNumber: ExpressibleByIntegerLiteral {
    /// Makes an exact number of a whole one.
    public init(integerLiteral value: Int) {
        self.init(value)
    }
}

extension ExactNumber: Hashable, Comparable {
    /// Whether the first number is the smaller one.
    public static func < (left: ExactNumber, right: ExactNumber) -> Bool {
        left.decimal < right.decimal
    }
}
