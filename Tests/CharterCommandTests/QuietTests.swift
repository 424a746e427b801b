import GoldenFiles
import Testing

/// Only errors and the exit code speak.
@Suite("--quiet")
struct QuietTests {
    @Test("says nothing of what was generated, nor of files that nobody generated", arguments: ["-q", "--quiet"])
    func generate(_ flag: String) async throws {
        let workspace = try Workspace("shop")
        try workspace.edit("spec/shop.yaml", "      id: { type: uuid, about: Names the order. }", "      id: uuid")
        try workspace.write("mine\n", to: "Generated/Shop/Notes.md")
        try workspace.write("mine\n", to: "Generated/Other/Notes.md")
        try workspace.write("  charter: 1\nendpoints:\n", to: "spec/misspelt.yaml")
        try await expectSilence(of: ["generate", flag], in: workspace)
        #expect(workspace.exists("Generated/Shop/openapi.json"))
    }

    @Test("says nothing of warnings, counts and generated files that are up to date", arguments: [["lint"], ["generate", "--check"]])
    func holds(_ command: [String]) async throws {
        let workspace = try Workspace("shop")
        try workspace.edit("spec/shop.yaml", "      id: { type: uuid, about: Names the order. }", "      id: uuid")
        try await workspace.charter("generate")
        try await expectSilence(of: command + ["--quiet"], in: workspace)
    }

    @Test("leaves of drift the error alone", arguments: Drift.allCases)
    func drift(_ drift: Drift) async throws {
        let workspace = try Workspace("shop")
        try await workspace.charter("generate")
        try drift.make(in: workspace)
        let run = try await workspace.charter("generate", "--check", "--quiet")
        #expect(run.ending == .findings)
        #expect(run.output.isEmpty)
        let mend = "run 'charter generate' or 'swift package regenerate', and commit the result"
        #expect(run.errors == "error: what is generated differs from the contracts: \(mend)\n")
    }

    @Test("leaves of diagnostics the errors, with their notes and mends", arguments: [["lint"], ["generate"], ["generate", "--check"]])
    func errors(_ command: [String]) async throws {
        let workspace = try Workspace("shop")
        try workspace.edit("spec/shop.yaml", "scope: READ", "scope: REED")
        let alone = try await workspace.charter("lint").errors
        try workspace.edit("spec/shop.yaml", "      id: { type: uuid, about: Names the order. }", "      id: uuid")
        let loud = try await workspace.charter("lint")
        #expect(loud.errors.contains("warning: "))
        let run = try await workspace.charter(command + ["--quiet"])
        #expect(run.ending == .findings)
        #expect(run.output.isEmpty)
        #expect(run.errors == alone)
    }

    @Test("keeps back no error of the command line or of the machine")
    func otherErrors() async throws {
        let workspace = try Workspace("shop")
        for arguments in [["lint", "missing.yaml"], ["generate", "--templates", "missing"], ["generate", "--output", ""]] {
            let loud = try await workspace.charter(arguments)
            let quiet = try await workspace.charter(arguments + ["--quiet"])
            #expect(quiet.ending == loud.ending && quiet.ending != .holds)
            #expect(quiet.errors == loud.errors && !quiet.errors.isEmpty)
        }
    }

    /// That the command holds without a word, though it has some to say without the flag.
    private func expectSilence(of arguments: [String], in workspace: Workspace) async throws {
        let quiet = try await workspace.charter(arguments)
        #expect(quiet.ending == .holds)
        #expect(quiet.output.isEmpty)
        #expect(quiet.errors.isEmpty)
        let loud = try await workspace.charter(arguments.dropLast())
        #expect(loud.ending == .holds)
        #expect(!loud.output.isEmpty)
        #expect(loud.errors.contains("warning: "))
    }
}
