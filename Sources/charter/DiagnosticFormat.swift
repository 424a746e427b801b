import ArgumentParser
import CharterContract

/// How diagnostics are written.
enum DiagnosticFormat: String, CaseIterable, ExpressibleByArgument {
    /// For people, on standard error.
    case text
    /// One array for programs, on standard output.
    case json
    /// Workflow commands of GitHub Actions, on standard output.
    case github
}

/// The option `--format`.
struct Formatting: ParsableArguments {
    @Option(help: "How diagnostics are written: text for people; json, an array; github, annotations in GitHub Actions.")
    var format = DiagnosticFormat.text
}
