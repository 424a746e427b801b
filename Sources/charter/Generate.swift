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
              charter generate --check     # in CI: print the drift and exit 1
            """
    )

    @OptionGroup var files: ContractFiles

    @Option(help: "The folder in which each API has a folder of its own.")
    var output = "Generated"

    @Option(help: "A folder of templates that replace those of the same path inside charter.")
    var templates: String?

    @Flag(help: "Write nothing: print what differs, and exit 1 if anything does.")
    var check = false

    func validate() throws {
        if output.isEmpty { throw ValidationError("--output needs the name of a folder") }
        if templates?.isEmpty == true { throw ValidationError("--templates needs the name of a folder") }
    }

    func run() throws {
        let apis = try Compilation(try files.read()).apis()
        do {
            let library = try TemplateLibrary(overrides: try templates.map(TemplateOverrides.init)?.texts ?? [:])
            let emitters = Emitters(templates: library)
            let jobs = try apis.map { api in
                let folder = OutputFolder(path: path(of: api.name))
                return (folder: folder, plan: try GenerationPlan(api: api.name, files: try emitters.files(for: api), folder: folder))
            }
            let orphans = files.specs.isEmpty ? orphans(beside: apis.map(\.name)) : []
            if check { try report(jobs.map(\.plan), orphans) } else { try write(jobs, orphans) }
        } catch let fault as TemplateFault {
            Console.complain(fault.description)
            throw Outcome.findings
        } catch let fault as GenerationFault {
            Console.complain("error: \(fault.message)")
            throw fault.kind == .finding ? Outcome.findings : Outcome.impossible
        }
    }

    private func report(_ plans: [GenerationPlan], _ orphans: [String]) throws {
        for plan in plans { Console.print(plan.diff) }
        for orphan in orphans { Console.print("\(orphan): no contract makes this folder: delete it\n") }
        guard plans.allSatisfy(\.isUpToDate), orphans.isEmpty else {
            Console.complain("error: what is generated differs from the contracts: run 'charter generate' and commit the result")
            throw Outcome.findings
        }
        Console.print(plans.map { "\($0.folder): \($0.entries.count) files, as the contract says\n" }.joined())
    }

    private func write(_ jobs: [(folder: OutputFolder, plan: GenerationPlan)], _ orphans: [String]) throws {
        for job in jobs { try job.plan.refuseToReplace() }
        for (folder, plan) in jobs {
            try plan.write(to: folder)
            let counts = [GenerationPlan.Change.created, .updated, .unchanged, .deleted].map { "\(plan.count($0)) \($0.rawValue)" }
            Console.print("\(plan.folder): \(counts.joined(separator: ", "))")
            for stray in plan.entries where stray.change == .stray {
                Console.complain("warning: \(plan.folder)/\(stray.path): nothing generates this file: move it away or delete it")
            }
        }
        for orphan in orphans { Console.complain("warning: \(orphan): no contract makes this folder: delete it") }
    }

    /// The folder of that name in the output folder.
    private func path(of name: String) -> String {
        output.hasSuffix("/") ? output + name : "\(output)/\(name)"
    }

    /// Folders that were generated from a contract which is no longer there.
    private func orphans(beside apis: [String]) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: output)) ?? []
        return names.filter { !apis.contains($0) }.map(path).filter { folder in
            FileManager.default.fileExists(atPath: "\(folder)/manifest.json")
        }.sorted()
    }
}
