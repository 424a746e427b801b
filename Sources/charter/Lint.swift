import ArgumentParser
import CharterContract

/// The command `charter lint`.
struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Finds what is wrong with contracts.",
        discussion: """
            Every fault of a file is shown in one run, with its place and how to mend it. Warnings alone do not fail.

            Examples:
              charter lint
              charter lint spec/cobuntu.yaml
              charter lint --quiet             # errors alone
              charter lint --format github     # in GitHub Actions: beside the lines of the files

            \(CommandHelp.footer)
            """
    )

    @OptionGroup var files: ContractFiles

    @OptionGroup var formatting: Formatting

    @OptionGroup var verbosity: Verbosity

    func run() throws {
        let compilation = Compilation(try files.read(verbosity), verbosity, as: formatting.format)
        if formatting.format == .json { compilation.showArray() } else { count(compilation) }
        _ = try compilation.apis()
    }

    /// Says of each contract what it holds.
    private func count(_ compilation: Compilation) {
        for (file, contract) in compilation.contracts {
            let errors = contract.diagnostics.count(where: \.isError)
            let warnings = contract.diagnostics.count - errors
            var counts = [counted(errors, "error"), counted(warnings, "warning")]
            if let api = contract.api {
                counts += [counted(api.endpoints.count, "endpoint"), counted(api.types.count, "type")]
                counts.append("\(counted(contract.assumedFacts, "fact")) assumed")
            }
            verbosity.report("\(file): \(counts.joined(separator: ", "))")
        }
    }

    private func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}
