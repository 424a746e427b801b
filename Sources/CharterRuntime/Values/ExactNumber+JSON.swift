#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension ExactNumber: JSONReadable, JSONWritable {
    /// Reads a number, be it with an exponent.
    public init(from json: inout JSONReader) throws(JSONFault) {
        _ = try json.next()
        let start = json.position
        guard let number = try json.exactNumber() else { throw JSONFault(.wrongValue(Self.phrase), at: start) }
        self = number
    }

    /// Writes the number with its digits.
    public func write(to json: inout JSONWriter) {
        json.digits(digits)
    }
}

extension JSONReader {
    /// Reads the number that comes next; nil for one of too many digits.
    mutating func exactNumber() throws(JSONFault) -> ExactNumber? {
        ExactNumber(try number())
    }
}

extension ExactNumber: Codable {
    /// Reads a number of at most 37 digits: Foundation's coders hand on no more, and without the zeros at its end.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let value = try container.decode(Decimal.self)
        guard let number = ExactNumber(value.description), number.fitsDecimal else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected a number of at most 37 digits")
        }
        self = number
    }

    /// Writes a number of at most 37 digits; Foundation's coders leave out the zeros at its end.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        guard fitsDecimal, let value = Decimal(string: digits, locale: nil) else {
            let fault = EncodingError.Context(codingPath: encoder.codingPath, debugDescription: "a number of more than 37 digits")
            throw EncodingError.invalidValue(self, fault)
        }
        try container.encode(value)
    }

    /// Whether a `Decimal` holds every number of so many digits: its mantissa has 128 bits, which is 38 digits and not all of them.
    private var fitsDecimal: Bool {
        digits.utf8.count { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ".") } <= 37
    }
}
