/// A row of the server's tables does not hold what was written into it: the file is damaged, or somebody changed it.
public struct DamagedRow: Error, Hashable, Sendable, CustomStringConvertible {
    /// The table.
    public let table: String
    /// The column.
    public let column: String

    /// Creates the error.
    public init(table: String, column: String) {
        self.table = table
        self.column = column
    }

    /// What is wrong; nothing of what the row holds.
    public var description: String {
        "the column '\(column)' of the table '\(table)' holds something that the server did not write: the database is damaged"
    }
}
