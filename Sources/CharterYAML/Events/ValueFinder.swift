import CYAML

/// Finds where a value begins after its anchor and tag, which libyaml counts as part of it.
///
/// Marks count code points, so the finder walks along the bytes; as events come in order, it walks every byte once.
struct ValueFinder {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var offset: Int
    private var codePoints = 0

    /// Begins at the start of the text, after a byte order mark.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        offset = bytes.starts(with: LineScanner.byteOrderMark) ? LineScanner.byteOrderMark.count : 0
    }

    /// The position of the value whose properties begin at `mark`.
    mutating func start(after properties: YAMLEvent.Properties, from mark: yaml_mark_t) -> SourcePosition {
        var position = SourcePosition(mark)
        let count = (properties.anchor == nil ? 0 : 1) + (properties.tag == nil ? 0 : 1)
        guard count > 0 else { return position }
        walk(to: Int(mark.index))
        var cursor = offset
        for _ in 0..<count {
            skip(&cursor, &position) { !$0.isBlank && $0 != 0x0A && $0 != 0x0D }
            skipSpace(&cursor, &position)
        }
        return position
    }

    private mutating func walk(to index: Int) {
        while codePoints < index, offset < bytes.count {
            offset += 1
            while offset < bytes.count, !bytes[offset].beginsCodePoint { offset += 1 }
            codePoints += 1
        }
    }

    /// Skips spaces, line ends and comments.
    private func skipSpace(_ cursor: inout Int, _ position: inout SourcePosition) {
        while cursor < bytes.count {
            skip(&cursor, &position, while: \.isBlank)
            guard cursor < bytes.count else { return }
            if bytes[cursor] == UInt8(ascii: "#") {
                skip(&cursor, &position) { _ in true }
            }
            guard cursor < bytes.count else { return }
            let lineEnd = LineScanner.lineEndLength(bytes, at: cursor)
            guard lineEnd > 0 else { return }
            cursor += lineEnd
            position = SourcePosition(line: position.line + 1, column: 1)
        }
    }

    /// Skips the bytes of this line that satisfy a condition.
    private func skip(_ cursor: inout Int, _ position: inout SourcePosition, while condition: (UInt8) -> Bool) {
        while cursor < bytes.count, condition(bytes[cursor]), LineScanner.lineEndLength(bytes, at: cursor) == 0 {
            position.column += bytes[cursor].beginsCodePoint ? 1 : 0
            cursor += 1
        }
    }
}
