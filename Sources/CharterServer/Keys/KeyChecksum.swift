/// The end of a key by which a mistyped one is known without a look-up: the CRC-32 of all that stands in front of it, in six digits of Base62.
///
/// It is CRC-32 as Ethernet and ZIP have it, so that scanners for leaked keys can tell one from a text that looks alike. It finds every wrong character, and every
/// two that were swapped in front of it. It keeps nobody out: whoever knows this can compute it.
enum KeyChecksum {
    /// The number of characters.
    static let length = 6

    /// The characters of Base62, by value.
    static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

    /// The checksum of a text.
    static func text(of bytes: some Sequence<UInt8>) -> [UInt8] {
        var rest = Int(crc32(bytes))
        var digits: [UInt8] = []
        for _ in 0..<length {
            digits.append(alphabet[rest % 62])
            rest /= 62
        }
        return digits.reversed()
    }

    /// Whether a text ends in the checksum of what stands in front of it.
    static func isAtEnd(of text: some StringProtocol) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.count > length && self.text(of: bytes.dropLast(length)).elementsEqual(bytes.suffix(length))
    }

    /// CRC-32 with the reflected polynomial 0xEDB88320 (IEEE 802.3 §3.2.9).
    static func crc32(_ bytes: some Sequence<UInt8>) -> UInt32 {
        ~bytes.reduce(~0 as UInt32) { register, byte in
            (0..<8).reduce(register ^ UInt32(byte)) { bits, _ in bits >> 1 ^ (bits & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
    }
}
