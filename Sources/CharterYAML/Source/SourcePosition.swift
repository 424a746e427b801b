/// A position in a text: line and column count from 1, the column in Unicode code points.
package struct SourcePosition: Hashable, Sendable, Comparable {
    // Every value of a contract has its place: half the size of these numbers is a good part of the memory of a run.
    private var storedLine: UInt32
    private var storedColumn: UInt32

    /// The line, from 1.
    package var line: Int {
        get { Int(storedLine) }
        set { storedLine = UInt32(newValue) }
    }

    /// The column in Unicode code points, from 1.
    package var column: Int {
        get { Int(storedColumn) }
        set { storedColumn = UInt32(newValue) }
    }

    /// The first position of every text.
    package static let start = SourcePosition(line: 1, column: 1)

    /// Makes a position from a line and a column, both counted from 1.
    package init(line: Int, column: Int) {
        storedLine = UInt32(line)
        storedColumn = UInt32(column)
    }

    /// Whether the left position comes first in the text.
    package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
