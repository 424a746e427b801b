import Testing

extension Workspace {
    /// The names of all commands, as `charter --help` lists them.
    func commands() async throws -> [String] {
        let help = try await charter("--help").output
        let list = try #require(help.split(separator: "SUBCOMMANDS:\n").last)
        // A name stands two columns from the edge, what continues a line further in.
        return list.split(separator: "\n").compactMap { line in
            line.firstMatch(of: /^  ([a-z-]+)\s\s/).map { String($0.output.1) }
        }
    }
}
