/// Finds what cannot stand in a text of JSON as it is (RFC 8259 §7).
enum JSONEscapes {
    /// Where the first quote, backslash or control character stands at or behind an index; the end if there is none.
    @inline(__always)
    static func first(in bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
        var index = start
        let ones: UInt64 = 0x0101_0101_0101_0101
        while index + 8 <= end {
            let word = UInt64(littleEndian: UnsafeRawPointer(bytes + index).loadUnaligned(as: UInt64.self))
            let quotes = word ^ (ones &* 0x22)
            let slashes = word ^ (ones &* 0x5C)
            // A byte is zero, or below 0x20, where subtracting 1, or 0x20, borrows from its highest bit; the lowest such byte is always one.
            let borrowed = (quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes | (word &- ones &* 0x20) & ~word
            let found = borrowed & (ones &* 0x80)
            if found != 0 { return index + found.trailingZeroBitCount / 8 }
            index += 8
        }
        while index < end, bytes[index] != 0x22, bytes[index] != 0x5C, bytes[index] >= 0x20 { index += 1 }
        return index
    }
}
