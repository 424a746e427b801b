/// A transaction is used after its end, and the use has no effect; an error of whoever wrote the program.
public struct EndedTransaction: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, and how to mend it.
    public var description: String {
        "the SQLiteTransaction has ended: await what uses it before the handler returns"
    }
}
