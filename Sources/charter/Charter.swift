import ArgumentParser
import Foundation

/// The command line: flags, exit codes and printing; the work is done by the modules below.
@main
struct Charter: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "charter",
        abstract: "Turns the contract of an HTTP API into models, client, server routes, OpenAPI and conformance tests.",
        discussion: """
            Exit codes: 0 it holds; 1 there are findings (errors, drift); 2 wrong usage; 3 it could not be done.
            """,
        subcommands: [Generate.self, Lint.self]
    )

    /// Runs the command, with the exit codes that tools may rely on instead of the parser's own.
    static func main() {
        // A reader that goes away, as `head` does, must not end a command halfway.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let outcome as Outcome {
            Console.finish(outcome)
        } catch {
            let isAnswer = exitCode(for: error) == .success
            let text = fullMessage(for: error)
            if isAnswer { Console.print(text) } else { Console.complain(text) }
            Console.finish(isAnswer ? .holds : .wrongUsage)
        }
    }
}
