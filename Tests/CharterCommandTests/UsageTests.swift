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
        #expect(run.errors.hasPrefix("error: "))
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

    @Test("of the root and of each command is as written down")
    func text() async throws {
        let workspace = try Workspace()
        try GoldenFile("cases/help/charter.txt").expect(try await workspace.charter("--help").transcript)
        for command in try await workspace.commands() {
            try GoldenFile("cases/help/\(command).txt").expect(try await workspace.charter("help", command).transcript)
        }
    }

    @Test("says of every command how it is called, how it ends, and how to have no colours and no chatter")
    func completeness() async throws {
        let workspace = try Workspace()
        let commands = try await workspace.commands()
        #expect(commands.count >= 2)
        for command in commands {
            let help = try await workspace.charter(command, "--help").output
            for part in ["Examples:\n  charter \(command)", "\nExit codes:\n  0  ", "\n  NO_COLOR ", "\n  -q, --quiet "] {
                #expect(help.contains(part), "\(command): \(part)")
            }
        }
    }

    @Test("has a version: that of the contract language", arguments: [["--version"], ["lint", "--version"]])
    func version(_ arguments: [String]) async throws {
        let run = try await Workspace().charter(arguments)
        #expect(run.ending == .holds)
        #expect(run.output == "charter, contract language 1\n")
        #expect(run.errors.isEmpty)
    }
}
