import ArgumentParser
import CharterContract
import CharterPublishing
import CharterYAML

/// The command `charter publish`.
struct Publish: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Publishes OpenAPI documents as releases that never change.",
        discussion: """
            Each API has a folder with openapi.json, the latest release; index.json, the list of all; and a folder for each version, with openapi.json \
            and SHA256SUMS, which 'sha256sum -c' reads. DIR/index.json lists the APIs.

            A version that is published already with other content, a version lower than the latest, and a release that is no longer what was \
            published are refused: then nothing is written. To publish the same again changes nothing.

            Where an API describes itself ('describedAt'), its server shows the release of the contract's version that lies in published/ beside the \
            contract: generate again once it is published.

            Examples:
              charter publish --to spec/published     # all contracts of spec/
              charter publish spec/cobuntu.yaml --to spec/published
              charter publish spec/cobuntu.yaml --to ../website/apis --quiet

            \(CommandHelp.footer)
            """
    )

    @OptionGroup var files: ContractFiles

    @Option(help: ArgumentHelp("The folder of all releases; it is made where there is none.", valueName: "dir"), completion: .directory)
    var to: String

    @OptionGroup var verbosity: Verbosity

    func validate() throws {
        if to.isEmpty { throw ValidationError("--to needs the name of a folder") }
    }

    func run() throws {
        let sources = try files.read(verbosity)
        let compilation = Compilation(sources, verbosity)
        let releases = try compilation.apisWithContracts().map { Release($0.contract, $0.api) }
        try Outcome.ofPublishing(show: { compilation.show([$0], as: .text) }) { () throws(PublicationFault) in
            show(try publish(releases, to: PublicationFolder(path: to)))
        }
    }

    private func show(_ report: PublicationReport) {
        for publication in report.publications {
            let rewritten = publication.rewritten.joined(separator: ", ")
            let old = rewritten.isEmpty ? "already published, nothing to do" : "already published; rewrote \(rewritten)"
            verbosity.report("\(publication.path): \(publication.isNew ? "published" : old)")
        }
        if let index = report.changedIndex { verbosity.report("\(index): updated") }
        for warning in report.warnings { verbosity.warn(warning) }
    }
}
