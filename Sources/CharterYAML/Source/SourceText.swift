/// A file's path as shown to the user, and its bytes.
package struct SourceText: Sendable {
    /// The path as shown to the user.
    package let file: String
    /// The bytes as they stand in the file, a byte order mark included.
    package let bytes: [UInt8]
    /// Where each line's bytes are, line ends left out.
    private let lines: [Range<Int>]

    /// Indexes the lines of a file that was read before.
    package init(file: String, bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
        lines = LineScanner.lines(of: bytes)
    }

    /// Makes a source of a text at hand.
    package init(file: String, text: String) {
        self.init(file: file, bytes: Array(text.utf8))
    }

    /// The whole text; what is not UTF-8 becomes U+FFFD.
    package var text: String {
        String(decoding: bytes, as: UTF8.self)
    }

    /// How many lines there are; a text that ends with a line end has an empty last line.
    package var lineCount: Int {
        lines.count
    }

    /// The position just after the last character.
    package var end: SourcePosition {
        position(ofByte: bytes.count)
    }

    /// The text of a line, counted from 1, without its line end.
    package func line(_ number: Int) -> String? {
        lineBytes(number).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The bytes of a line, counted from 1, without its line end.
    package func lineBytes(_ number: Int) -> ArraySlice<UInt8>? {
        number >= 1 && number <= lines.count ? bytes[lines[number - 1]] : nil
    }

    /// The position of the character that a byte belongs to.
    package func position(ofByte offset: Int) -> SourcePosition {
        var low = 0
        var high = lines.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lines[middle].lowerBound <= offset { low = middle } else { high = middle }
        }
        let line = lines[low]
        let before = bytes[line.lowerBound..<max(line.lowerBound, min(offset, bytes.count))]
        return SourcePosition(line: low + 1, column: before.codePointCount + 1)
    }
}
