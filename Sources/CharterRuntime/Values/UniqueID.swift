/// A UUID (RFC 9562), written in lower case with hyphens: `8ad4f7c2-9e3b-4a1c-bc2f-1d8e3a9b7c4d`.
public struct UniqueID: Hashable, Sendable {
    /// The first eight bytes, most significant first.
    private let high: UInt64
    /// The last eight bytes, most significant first.
    private let low: UInt64

    /// Creates a random identifier (version 4).
    public init() {
        var generator = SystemRandomNumberGenerator()
        self.init(using: &generator)
    }

    /// Creates a random identifier (version 4) from a given source of randomness.
    public init(using generator: inout some RandomNumberGenerator) {
        high = (generator.next() & ~0xF000) | 0x4000
        low = (generator.next() & ~(0b11 << 62)) | (0b10 << 62)
    }
}

extension UniqueID: LosslessStringConvertible {
    /// Reads the 36 characters of a UUID, in upper or lower case; nil for anything else.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 36 else { return nil }
        var words: [UInt64] = [0, 0]
        var digits = 0
        for (index, byte) in bytes.enumerated() {
            if [8, 13, 18, 23].contains(index) {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            words[digits / 16] = words[digits / 16] << 4 | UInt64(digit)
            digits += 1
        }
        high = words[0]
        low = words[1]
    }

    /// The 36 characters of the UUID, in lower case.
    public var description: String {
        let digits = [high, low].map { word in
            let text = String(word, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }.joined()
        var text = ""
        for (index, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(index) { text.append("-") }
            text.append(digit)
        }
        return text
    }
}

extension UniqueID: Codable {
    /// Reads the text of a UUID.
    public init(from decoder: any Decoder) throws {
        self = try decoder.decodeText("a UUID", UniqueID.init)
    }

    /// Writes the text of the UUID.
    public func encode(to encoder: any Encoder) throws {
        try encoder.encodeText(description)
    }
}
