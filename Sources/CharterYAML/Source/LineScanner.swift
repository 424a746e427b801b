/// Splits bytes into lines exactly as libyaml counts them: at LF, CR, CR LF, NEL, LS and PS.
enum LineScanner {
    /// The bytes that mark a text as UTF-8 and are not part of its first line.
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The range of every line, without its end.
    static func lines(of bytes: [UInt8]) -> [Range<Int>] {
        bytes.withUnsafeBufferPointer { bytes in
            var lines: [Range<Int>] = []
            var start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
            var index = start
            while index < bytes.count {
                let length = lineEndLength(bytes, at: index)
                if length == 0 {
                    index += 1
                } else {
                    lines.append(start..<index)
                    index += length
                    start = index
                }
            }
            lines.append(start..<bytes.count)
            return lines
        }
    }

    /// How many bytes the line end at `index` has; 0 where there is none.
    static func lineEndLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        switch bytes[index] {
        case 0x0A: 1
        case 0x0D: index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
        case 0xC2: index + 1 < bytes.count && bytes[index + 1] == 0x85 ? 2 : 0
        case 0xE2: index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8 ? 3 : 0
        default: 0
        }
    }
}
