/// How a run ended, as its exit code.
enum Outcome: Int32, Error {
    /// It holds.
    case holds = 0
    /// There are failed checks, or errors in the contract.
    case findings = 1
    /// The command was called in a way that it does not have.
    case wrongUsage = 2
    /// It could not be done.
    case impossible = 3
}
