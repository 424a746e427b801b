/// Finds what cannot stand in a text of JSON as it is (RFC 8259 §7).
enum JSONEscapes {
    /// Where the first quote, backslash or control character stands at or behind an index; the end if there is none.
    @inline(__always)
    static func first(in bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
        var index = start
        while index + 8 <= end {
            if let found = firstOfEight(bytes + index) { return index + found }
            index += 8
        }
        // The last eight of a text have been looked at in part, and nothing was found there.
        if index < end, end - start >= 8 { return firstOfEight(bytes + (end - 8)).map { end - 8 + $0 } ?? end }
        while index < end, bytes[index] != 0x22, bytes[index] != 0x5C, bytes[index] >= 0x20 { index += 1 }
        return index
    }

    /// Which of eight bytes is the first quote, backslash or control character; nil if none is.
    @inline(__always)
    private static func firstOfEight(_ bytes: UnsafePointer<UInt8>) -> Int? {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let word = UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
        let quotes = word ^ (ones &* 0x22)
        let slashes = word ^ (ones &* 0x5C)
        // A byte of ASCII is zero, or below 0x20, where subtracting 1, or 0x20, borrows from its highest bit; the lowest such byte is always one.
        let borrowed = (quotes &- ones) | (slashes &- ones) | (word &- ones &* 0x20)
        let found = borrowed & ~word & (ones &* 0x80)
        return found == 0 ? nil : found.trailingZeroBitCount / 8
    }
}
