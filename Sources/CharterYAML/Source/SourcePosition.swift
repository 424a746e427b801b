/// A position in a text: line and column count from 1, the column in Unicode code points.
package struct SourcePosition: Hashable, Sendable, Comparable {
    /// The line, from 1.
    package var line: Int
    /// The column in Unicode code points, from 1.
    package var column: Int

    /// The first position of every text.
    package static let start = SourcePosition(line: 1, column: 1)

    /// Makes a position from a line and a column, both counted from 1.
    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// Whether the left position comes first in the text.
    package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
