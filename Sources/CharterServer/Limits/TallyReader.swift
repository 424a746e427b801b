/// Reads what a ``TallyWriter`` wrote.
struct TallyReader {
    private var rest: ArraySlice<UInt8>

    /// - Returns: nil where the checksum is not that of the bytes before it.
    init?(sealed bytes: [UInt8]) {
        guard bytes.count > TallyChecksum.byteCount else { return nil }
        rest = bytes.dropLast(TallyChecksum.byteCount)
        guard bytes.suffix(TallyChecksum.byteCount).elementsEqual(TallyChecksum(of: rest).bytes) else { return nil }
    }

    var isAtEnd: Bool { rest.isEmpty }
    /// How many bytes are not read yet.
    var remaining: Int { rest.count }

    /// Reads a number; nil for one that does not end, has more than 64 bits or is written longer than it needs.
    mutating func read() -> UInt64? {
        var number: UInt64 = 0
        for shift in stride(from: 0, to: 64, by: 7) {
            guard let byte = rest.popFirst() else { return nil }
            let bits = UInt64(byte & 0x7f)
            guard (bits << UInt64(shift)) >> UInt64(shift) == bits else { return nil }
            number |= bits << UInt64(shift)
            if byte & 0x80 == 0 { return byte == 0 && shift > 0 ? nil : number }
        }
        return nil
    }

    /// Reads a number that can be negative.
    mutating func readSigned() -> Int64? {
        read().map { Int64(bitPattern: $0 >> 1) ^ (0 - Int64(bitPattern: $0 & 1)) }
    }
}
