import ArgumentParser
import CharterContract
import CharterGenerator
import Foundation

/// The command `charter generate`.
struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Generates models, client, server routes, OpenAPI and conformance tests.",
        discussion: """
            Everything is made in memory first: if a contract has an error, nothing is written. Files that are as they should be stay untouched.

            Examples:
              charter generate
              charter generate spec/cobuntu.yaml --output Generated
              charter generate shop.yaml --output ../shop
              charter generate --check              # in CI: print the drift and exit 1
              charter generate --check --quiet      # in a hook: one line if anything does
              charter generate --check --format github

            \(CommandHelp.footer)
            """
    )

    @OptionGroup var files: ContractFiles

    @Option(help: "The folder in which each API has a folder of its own.", completion: .directory)
    var output = "Generated"

    @Option(help: "A folder of templates that replace those of the same path inside charter.", completion: .directory)
    var templates: String?

    @Flag(help: "Write nothing: print what differs, and exit 1 if anything does.")
    var check = false

    @OptionGroup var formatting: Formatting

    @OptionGroup var verbosity: Verbosity

    func validate() throws {
        if formatting.format != .text, !check { throw ValidationError("--format \(formatting.format.rawValue) goes with --check") }
        try refuseNameless(output, as: "--output")
        try refuseNameless(templates, as: "--templates")
    }

    func run() throws {
        let compilation = Compilation(try files.read(verbosity), verbosity, as: formatting.format)
        var drift: [Diagnostic] = []
        // An array must be whole also where the run ends early.
        defer { if formatting.format == .json { compilation.showArray(with: drift) } }
        try Outcome.ofGeneration {
            let jobs = try GenerationJob.all(compilation, templates: templates).map { job in
                let folder = OutputFolder(path: path(of: job.api.name))
                let plan = try GenerationPlan(api: job.api.name, files: try job.files(), folder: folder)
                return (folder: folder, plan: plan, settings: job.settingsPath)
            }
            let strays = files.specs.isEmpty ? strays(beside: jobs.map(\.plan.api)) : []
            guard check else { return try write(jobs, strays) }
            drift = jobs.flatMap(\.plan.drift) + strays.map(Diagnostic.stray)
            if formatting.format == .github { compilation.show(drift, as: .github) }
            try report(jobs.map(\.plan), strays)
        }
    }

    private func report(_ plans: [GenerationPlan], _ strays: [String]) throws {
        if formatting.format == .text {
            for plan in plans { verbosity.report(diff: plan.diff) }
            for stray in strays { verbosity.report("\(stray): no contract makes this: move it away or delete it") }
        }
        guard plans.allSatisfy(\.isUpToDate), strays.isEmpty else {
            let mend = "run 'charter generate' or 'swift package regenerate', and commit the result"
            Console.fail("what is generated differs from the contracts: \(mend)")
            throw Outcome.findings
        }
        guard formatting.format != .json else { return }
        for plan in plans { verbosity.report("\(plan.folder): \(plan.entries.count) files, as the contract says") }
    }

    private func write(_ jobs: [(folder: OutputFolder, plan: GenerationPlan, settings: String?)], _ strays: [String]) throws {
        for job in jobs { try job.plan.refuseToReplace() }
        for (folder, plan, settings) in jobs {
            try plan.write(to: folder)
            let counts = [GenerationPlan.Change.created, .updated, .unchanged, .deleted].map { "\(plan.count($0)) \($0.rawValue)" }
            // What is missing there is so by these settings: whoever did not think of them finds them.
            verbosity.report("\(plan.folder): \(counts.joined(separator: ", "))\(settings.map { ", by \($0)" } ?? "")")
            for stray in plan.entries where stray.change == .stray {
                verbosity.warn("\(plan.folder)/\(stray.path): nothing generates this file: move it away or delete it")
            }
        }
        for stray in strays { verbosity.warn("\(stray): no contract makes this: move it away or delete it") }
    }

    /// The folder of that name in the output folder.
    private func path(of name: String) -> String {
        output.hasSuffix("/") ? output + name : "\(output)/\(name)"
    }

    /// What lies in the output folder beside the folders of all APIs: of contracts that are gone, or put there by someone.
    ///
    /// A folder that holds the working directory itself is not taken to be for generated files alone.
    private func strays(beside apis: [String]) -> [String] {
        let folder = URL(fileURLWithPath: output, isDirectory: true).resolvingSymlinksInPath().pathComponents
        let workplace = URL(fileURLWithPath: ".", isDirectory: true).resolvingSymlinksInPath().pathComponents
        if workplace.starts(with: folder) { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: output)) ?? []
        return names.filter { !apis.contains($0) }.sorted().map(path)
    }
}
