/// Something wants to write to a store within one of its transactions, for which it would wait for ever; an error of whoever wrote the program.
public struct NestedTransaction: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, and how to mend it.
    public var description: String {
        "a transaction of the SQLiteStore is open in this task, or in the one that started it: write with that transaction instead of the store, "
            + "or when it has ended"
    }
}
