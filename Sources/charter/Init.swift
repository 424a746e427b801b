import ArgumentParser
import CharterContract
import Foundation

/// The command `charter init`.
struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes a small contract to begin with.",
        discussion: """
            The contract explains itself in comments, and is sound: code can be generated from it at once. A file that exists is never replaced.

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
        do {
            try FileManager.default.createDirectory(atPath: path.folderOfFile, withIntermediateDirectories: true)
            try write(contract, to: path)
        } catch let outcome as Outcome {
            throw outcome
        } catch {
            Console.fail("\(path) cannot be written: \(error.reason)")
            throw Outcome.impossible
        }
        verbosity.report("\(path): written; 'charter lint' checks it, 'charter generate' makes code from it")
    }

    /// - Throws: ``Outcome/findings`` if something stands there; else what the system said.
    private func write(_ contract: StarterContract, to path: String) throws {
        do {
            try Draft.place(at: path, replacing: false) { draft in
                try Data(contract.text.utf8).write(to: URL(fileURLWithPath: draft))
            }
        } catch let error where error.systemCode == EEXIST {
            Console.fail("\(path) exists, so it is not replaced: choose another name with --output")
            throw Outcome.findings
        }
    }
}
