public import GRDB

/// A file cannot be opened as a database.
public struct UnopenedDatabase: Error, CustomStringConvertible {
    /// The path of the file.
    public let path: String
    /// What SQLite says of it.
    public let cause: DatabaseError

    /// The path, what is wrong and how to mend it.
    public var description: String {
        "the database '\(path)' cannot be opened: \(cause); its folder must be there, and it must be a file that SQLite made and this process may write"
    }
}
