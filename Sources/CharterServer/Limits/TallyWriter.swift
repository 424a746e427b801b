/// Writes whole numbers, small ones in few bytes.
struct TallyWriter {
    private var bytes: [UInt8] = []

    /// Writes seven bits a byte, the lowest first; all bytes but the last have the highest bit.
    mutating func write(_ number: UInt64) {
        var rest = number
        while rest > 0x7f {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Writes a number that can be negative: the sign is the lowest bit.
    mutating func write(signed number: Int64) {
        write(UInt64(bitPattern: (number << 1) ^ (number >> 63)))
    }

    /// What was written, with the four bytes of its checksum behind it.
    var sealed: [UInt8] {
        bytes + TallyChecksum(of: bytes[...]).bytes
    }
}
