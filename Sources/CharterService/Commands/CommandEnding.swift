import Foundation

/// How a command of a service ended, as its exit code.
enum CommandEnding: Int32, CaseIterable {
    /// It did what it was asked.
    case done = 0
    /// It found a fault in what it was to look at, or refuses what it was asked.
    case findings = 1
    /// It was called in a way that it does not have.
    case wrongUsage = 2
    /// It could not be done.
    case impossible = 3

    /// What the exit code says, in the words of the help texts.
    var meaning: String {
        switch self {
        case .done: "it is done"
        case .findings: "it is refused"
        case .wrongUsage: "wrong usage"
        case .impossible: "it could not be done: a database that cannot be opened, a port that is taken"
        }
    }

    /// The end of a command's help.
    static var help: String {
        "Exit codes:\n" + allCases.map { "  \($0.rawValue)  \($0.meaning)" }.joined(separator: "\n")
    }
}
