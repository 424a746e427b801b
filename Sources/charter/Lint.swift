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
              charter lint --quiet      # in CI: errors alone

            \(CommandHelp.footer)
            """
    )

    @OptionGroup var files: ContractFiles

    @OptionGroup var verbosity: Verbosity

    func run() throws {
        let compilation = Compilation(try files.read(verbosity), verbosity)
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
        _ = try compilation.apis()
    }

    private func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}
