/// A transaction of ``InMemoryEffects`` that is used as it cannot be; an error of whoever wrote the program, not of a caller.
public enum TransactionFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// A transaction was begun within another one of the same store, and would wait for it for ever.
    case nested
    /// A transaction was used after it had ended.
    case ended

    /// What is wrong, and how to mend it.
    public var description: String {
        switch self {
        case .nested: "a transaction is open already: hand it on, instead of beginning another one within it"
        case .ended: "the transaction has ended: wait for everything that uses it before its handler returns"
        }
    }
}
