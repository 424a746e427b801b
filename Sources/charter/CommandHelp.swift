/// What is the same in the help of all commands.
enum CommandHelp {
    /// How every command ends, and what it heeds in the environment: the end of a discussion.
    static let footer = """
        Exit codes:
        \(Outcome.allCases.map { "  \($0.rawValue)  \($0.meaning)" }.joined(separator: "\n"))

        Environment:
          NO_COLOR  set and not empty: no colours, even on a terminal
        """
}
