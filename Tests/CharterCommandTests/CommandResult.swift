/// What a command said, and how it ended.
struct CommandResult {
    let ending: CommandEnding
    /// Its standard output.
    let output: String
    /// Its standard error.
    let errors: String

    /// All of it, as golden files keep it.
    var transcript: String {
        let streams = [("output", output), ("errors", errors)].filter { !$0.1.isEmpty }.map { "# \($0)\n\($1)" }
        return (["# \(ending)\n"] + streams).joined()
    }
}
