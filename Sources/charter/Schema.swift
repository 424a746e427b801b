import ArgumentParser
import CharterContract
import Foundation

/// The command `charter schema`.
struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prints the JSON Schema of the contract language, for editors.",
        discussion: """
            Editors with the language server for YAML complete and explain the keys and words of a contract that names the schema:
              \(LanguageSchema.modeline)
            The path is written from the folder of the contract. 'charter init' writes both; after an update of charter, write the schema anew.

            Examples:
              charter schema --output spec/\(LanguageSchema.fileName)
              charter schema | less

            \(CommandHelp.footer)
            """
    )

    @Option(
        help: ArgumentHelp("The file to write instead of printing; only an older schema is replaced.", valueName: "file"),
        completion: .file()
    )
    var output: String?

    @OptionGroup var verbosity: Verbosity

    func validate() throws {
        if output?.isEmpty == true { throw ValidationError("--output needs the name of a file") }
    }

    func run() throws {
        guard let output else { return Console.print(LanguageSchema.document.prettyText) }
        do {
            let isWritten = try SchemaFile(path: output).write()
            verbosity.report("\(output): \(isWritten ? "written" : "unchanged")")
        } catch let outcome as Outcome {
            throw outcome
        } catch {
            Console.fail("\(output) cannot be written: \(error.reason)")
            throw Outcome.impossible
        }
    }
}
