/// How a command ended, as its exit code.
enum Outcome: Int32, Error, CaseIterable {
    /// It holds.
    case holds = 0
    /// There are findings: errors, drift.
    case findings = 1
    /// The command was called in a way that it does not have.
    case wrongUsage = 2
    /// It could not be done: an unreadable file, a full disk.
    case impossible = 3

    /// What the exit code says, in the words of the help texts.
    var meaning: String {
        switch self {
        case .holds: "it holds"
        case .findings: "there are findings: errors, drift"
        case .wrongUsage: "wrong usage"
        case .impossible: "it could not be done: an unreadable file, a full disk"
        }
    }
}
