/// Tells whether bytes are UTF-8 (RFC 3629).
enum UTF8Check {
    /// The offset of the first byte that belongs to no character; nil if there is none.
    static func firstFault(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let start = bytes.baseAddress else { return nil }
        let count = bytes.count
        var index = 0
        while index < count {
            // Most texts are ASCII for long stretches.
            while index + 16 <= count, (word(at: start + index) | word(at: start + index + 8)) & 0x8080_8080_8080_8080 == 0 { index += 16 }
            guard index < count else { break }
            let byte = start[index]
            if byte < 0x80 {
                index += 1
                continue
            }
            guard let length = length(of: byte), index + length <= count else { return index }
            // The second byte tells overlong forms, surrogates and what is beyond U+10FFFF from characters.
            let second = start[index + 1]
            let bounds: ClosedRange<UInt8> =
                switch byte {
                case 0xE0: 0xA0...0xBF
                case 0xED: 0x80...0x9F
                case 0xF0: 0x90...0xBF
                case 0xF4: 0x80...0x8F
                default: 0x80...0xBF
                }
            guard bounds.contains(second) else { return index }
            for further in 2..<max(length, 2) where start[index + further] & 0xC0 != 0x80 { return index }
            index += length
        }
        return nil
    }

    @inline(__always)
    private static func word(at place: UnsafePointer<UInt8>) -> UInt64 {
        UnsafeRawPointer(place).loadUnaligned(as: UInt64.self)
    }

    private static func length(of first: UInt8) -> Int? {
        switch first {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: nil
        }
    }
}
