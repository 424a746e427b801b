import ArgumentParser
import CharterContract
import Foundation

/// The command line: flags, exit codes and printing; the work is done by the modules below.
@main
struct Charter: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "charter",
        abstract: "Turns the contract of an HTTP API into models, client, server routes, OpenAPI and conformance tests.",
        discussion: """
            Examples:
              charter init Shop            # write a small contract to begin with
              charter lint                 # show every fault of the contracts in spec/
              charter generate             # write what they say into Generated/
              charter generate --check     # in CI: print the drift and exit 1
              charter publish --to published
              charter conform spec/shop.yaml --fixtures fixtures.json

            Completions, in the file that the shell reads when it starts:
              bash  eval "$(charter --generate-completion-script bash)"
              zsh   eval "$(charter --generate-completion-script zsh)"     # after compinit
              fish  charter --generate-completion-script fish | source

            \(CommandHelp.footer)
            """,
        version: "charter, contract language \(ContractReader.languageVersion)",
        subcommands: [Conform.self, Generate.self, Init.self, Lint.self, Publish.self, Schema.self, BuildTarget.self]
    )

    /// What stands before a fault of the command line: the word that stands before every other.
    // swift-format-ignore: NoLeadingUnderscores
    static let _errorLabel = "error"

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
