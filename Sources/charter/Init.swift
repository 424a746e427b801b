import ArgumentParser
import CharterContract
import Foundation

/// The command `charter init`.
struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes a small contract to begin with.",
        discussion: """
            The contract explains itself in comments, and is sound: code can be generated from it at once. Beside it stands the schema by which
            editors complete and explain its keys: see 'charter help schema'. A file that exists is never replaced.

            Examples:
              charter init Shop                        # writes spec/shop.yaml
              charter init Shop --output shop.yaml

            \(CommandHelp.footer)
            """
    )

    @Argument(help: "The API's name in code, such as Shop: a capital, then letters and digits.")
    var name: String

    @Option(help: ArgumentHelp("The file to write; spec/NAME.yaml when none is named.", valueName: "file"), completion: .file())
    var output: String?

    @OptionGroup var verbosity: Verbosity

    func validate() throws {
        if output?.isEmpty == true { throw ValidationError("--output needs the name of a file") }
        guard StarterContract(name: name) == nil else { return }
        throw ValidationError("'\(name)' cannot name an API in code: begin with a capital and use up to 60 letters and digits")
    }

    func run() throws {
        guard let contract = StarterContract(name: name) else { throw Outcome.wrongUsage }
        let path = output ?? "spec/\(contract.fileName)"
        guard try write(contract.text, to: path) else {
            Console.fail("\(path) exists, so it is not replaced: choose another name with --output")
            throw Outcome.findings
        }
        verbosity.report("\(path): written; 'charter lint' checks it, 'charter generate' makes code from it")
        let schema = path.folderOfFile.path(to: LanguageSchema.fileName)
        if try write(LanguageSchema.document.prettyText, to: schema) { verbosity.report("\(schema): written, for editors") }
    }

    /// Writes a file where nothing stands yet.
    ///
    /// - Returns: whether it was written; false if something stands there.
    private func write(_ text: String, to path: String) throws -> Bool {
        do {
            try FileManager.default.createDirectory(atPath: path.folderOfFile, withIntermediateDirectories: true)
            return try place(text, at: path)
        } catch {
            Console.fail("\(path) cannot be written: \(error.reason)")
            throw Outcome.impossible
        }
    }

    private func place(_ text: String, at path: String) throws -> Bool {
        do {
            try Draft.place(at: path, replacing: false) { draft in
                try Data(text.utf8).write(to: URL(fileURLWithPath: draft))
            }
            return true
        } catch let error where error.systemCode == EEXIST {
            return false
        }
    }
}
