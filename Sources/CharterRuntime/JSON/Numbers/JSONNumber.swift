/// A number of JSON (RFC 8259 §6) of any size and precision, with the digits that it is written with: `12345678901234567890`.
///
/// Numbers of one value are equal, however they are written: `1.50` equals `15e-1`. Where an exponent has more than sixteen digits, their texts
/// are compared.
public struct JSONNumber: Sendable {
    /// The number as it is written.
    public let description: String

    /// The number of a text that is read.
    init(_ numeral: Numeral) {
        description = String(decoding: numeral.text, as: UTF8.self)
    }

    /// The nearest `Double`; nil where that would be infinity.
    public var double: Double? {
        Numeral.reading(description) { $0.double }
    }
}

extension JSONNumber: LosslessStringConvertible {
    /// Keeps a number as JSON writes it; nil for any other text, such as `+1`, `.5` or ` 1`.
    public init?(_ description: String) {
        guard let number = Numeral.reading(description, { JSONNumber($0) }) else { return nil }
        self = number
    }
}

extension JSONNumber: Hashable {
    /// Whether both have the same value.
    public static func == (left: JSONNumber, right: JSONNumber) -> Bool {
        left.decimal == right.decimal
    }

    /// Numbers of one value have one hash.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(decimal)
    }

    private var decimal: ExactDecimal? {
        Numeral.reading(description) { ExactDecimal($0) }
    }
}
