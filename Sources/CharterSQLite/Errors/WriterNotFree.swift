/// What wanted to write did not get its turn in time: a transaction was open for all of it.
///
/// Most often a handler waits in its transaction for something that does not come, and takes no notice of being cancelled.
public struct WriterNotFree: Error, Hashable, Sendable, CustomStringConvertible {
    /// How long it waited.
    public let time: Duration

    /// What is wrong.
    public var description: String {
        "the database was written to for \(time) by others: look for a handler that waits within its transaction"
    }
}
