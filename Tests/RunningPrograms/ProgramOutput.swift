/// What a process says, cut into lines as it comes.
struct ProgramOutput: Sendable {
    /// The lines that were said in full.
    private(set) var lines: [String] = []
    private var bytes: [UInt8] = []
    private var lineBegin = 0

    /// All of it.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Takes the next part.
    ///
    /// - Returns: The lines that are whole with it.
    mutating func take(_ part: [UInt8]) -> [String] {
        bytes += part
        let known = lines.count
        while let end = bytes[lineBegin...].firstIndex(of: UInt8(ascii: "\n")) {
            lines.append(String(decoding: bytes[lineBegin..<end], as: UTF8.self))
            lineBegin = end + 1
        }
        return Array(lines[known...])
    }
}
