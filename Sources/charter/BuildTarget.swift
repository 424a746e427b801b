import ArgumentParser
import CharterContract
import CharterGenerator

/// The command that the build plugin runs for a target.
struct BuildTarget: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build-target",
        abstract: "Generates the code of a target that has a contract.yaml or a charter.yaml; the build plugin runs it.",
        shouldDisplay: false
    )

    @Argument(help: "The folder of the target.", completion: .directory)
    var target: String

    @Option(help: "The folder for the generated files, which are always the same ones.", completion: .directory)
    var output: String

    @Option(help: "A folder whose contracts and templates are looked at before this command is run again.", completion: .directory)
    var watched: [String] = []

    @Option(help: "A module that the target can import.")
    var module: [String] = []

    @OptionGroup var verbosity: Verbosity

    func validate() throws {
        try refuseNameless(target, as: "the target")
        try refuseNameless(output, as: "--output")
    }

    func run() throws {
        let sources = try TargetSources(of: target, watched: [target] + watched, modules: module)
        let texts = try sources.contracts.map(ContractFiles.read)
        let compilation = Compilation(ContractSources(contracts: texts), verbosity)
        let apis = try compilation.apis()
        var emission = sources.emission
        emission.published = try PublishedDocuments.texts(of: apis, contracts: sources.contracts)
        try Outcome.ofGeneration {
            let emitters = Emitters(templates: try .overridden(by: sources.templates))
            do {
                let files = try emitters.filesByPart(for: apis, as: emission)
                try TargetOutputs(folder: OutputFolder(path: output)).write(files)
            } catch let clash as NameClash {
                try compilation.refuse(clash)
            }
        }
    }
}
