import ArgumentParser
import CharterContract

/// How much a command says; its errors, and its exit code, are never kept back.
struct Verbosity: ParsableArguments {
    @Flag(name: .shortAndLong, help: "Say nothing but errors: no results, no warnings, no diff.")
    var quiet = false

    /// Says a result, in one line.
    func report(_ line: String) {
        if !quiet { Console.print(line.withControlsShown) }
    }

    /// Shows what differs.
    ///
    /// - Parameter diff: a unified diff; an empty one says nothing.
    func report(diff: String) {
        if !quiet { Console.print(Console.outputStyle.diff(diff)) }
    }

    /// Says what does not keep the command from holding.
    func warn(_ message: String) {
        if !quiet { Console.complain(Console.errorStyle.complaint(.warning, message)) }
    }

    /// The diagnostics to be shown.
    func selected(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        quiet ? diagnostics.filter(\.isError) : diagnostics
    }
}
