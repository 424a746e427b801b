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
        var text = text
        guard let id = text.withUTF8({ UniqueID(utf8: $0) }) else { return nil }
        self = id
    }

    init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count == 36 else { return nil }
        var words: (UInt64, UInt64) = (0, 0)
        var digits = 0
        for (index, byte) in bytes.enumerated() {
            if Self.isHyphen(index) {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let digit = Self.value(ofDigit: byte) else { return nil }
            if digits < 16 { words.0 = words.0 << 4 | digit } else { words.1 = words.1 << 4 | digit }
            digits += 1
        }
        (high, low) = words
    }

    /// Whether a hyphen stands at an index of the text.
    private static func isHyphen(_ index: Int) -> Bool { index == 8 || index == 13 || index == 18 || index == 23 }

    private static func value(ofDigit byte: UInt8) -> UInt64? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }

    /// The 36 characters of the UUID, in lower case.
    public var description: String {
        String(unsafeUninitializedCapacity: 36) { buffer in
            guard let start = buffer.baseAddress else { return 0 }
            write(into: start)
            return 36
        }
    }

    /// Writes the 36 characters of the UUID.
    func write(into text: UnsafeMutablePointer<UInt8>) {
        var digit = 0
        for index in 0..<36 {
            if Self.isHyphen(index) {
                text[index] = UInt8(ascii: "-")
                continue
            }
            let word = digit < 16 ? high : low
            let value = UInt8(truncatingIfNeeded: word >> UInt64(60 - digit % 16 * 4)) & 0xF
            text[index] = value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
            digit += 1
        }
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
