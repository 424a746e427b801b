/// How a command ended, as its exit code.
enum Outcome: Int32, Error {
    /// It holds.
    case holds = 0
    /// There are findings: errors, drift.
    case findings = 1
    /// The command was called in a way that it does not have.
    case wrongUsage = 2
    /// It could not be done: an unreadable file, a full disk.
    case impossible = 3
}
