import GoldenFiles
import Testing

@Suite("Usage")
struct UsageTests {
    @Test(
        "is shown on standard error, with 2, where it is not kept",
        arguments: [
            ["bogus"], ["--bogus"], ["generate", "--bogus"], ["lint", "--check"], ["generate", "--output"], ["generate", "--output", ""],
            ["generate", "--templates", ""], ["generate", "--check=yes"],
        ]
    )
    func wrong(_ arguments: [String]) async throws {
        let workspace = try Workspace("shop")
        let run = try await workspace.charter(arguments)
        #expect(run.ending == .wrongUsage)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("Error: "))
        #expect(run.errors.contains("Usage: charter "))
        #expect(!workspace.exists("Generated"))
    }

    @Test(
        "is shown on standard output, with 0, where it is asked for",
        arguments: [
            ["--help"], ["help"], ["help", "generate"], ["generate", "--help"], ["generate", "-h"], ["lint", "--help"], ["help", "lint"],
        ]
    )
    func help(_ arguments: [String]) async throws {
        let workspace = try Workspace("shop")
        let run = try await workspace.charter(arguments)
        #expect(run.ending == .holds)
        #expect(run.errors.isEmpty)
        #expect(run.output.contains("USAGE: charter "))
        #expect(!workspace.exists("Generated"))
    }

    @Test("of each command is as written down", arguments: ["generate", "lint"])
    func text(_ command: String) async throws {
        try GoldenFile("cases/help/\(command).txt").expect(try await Workspace().charter("help", command).transcript)
    }
}
