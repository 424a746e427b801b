import Foundation
import GoldenFiles
import Testing

@Suite("charter generate --check")
struct CheckTests {
    @Test("holds when everything is as the contract says")
    func upToDate() async throws {
        let workspace = try Workspace("shop", "library")
        try await workspace.charter("generate")
        let before = try workspace.files()
        let run = try await workspace.charter("generate", "--check")
        let counts = try ["Library", "Shop"].map { name in (name, try workspace.files(below: "Generated/\(name)").count) }
        #expect(run.ending == .holds)
        #expect(run.output == counts.map { "Generated/\($0.0): \($0.1) files, as the contract says\n" }.joined())
        #expect(run.errors.isEmpty)
        #expect(try workspace.files() == before)
    }

    @Test("shows what differs, and writes nothing", arguments: Drift.allCases)
    func drift(_ drift: Drift) async throws {
        let workspace = try Workspace("shop")
        try await workspace.charter("generate")
        try drift.make(in: workspace)
        let before = try workspace.files()
        let run = try await workspace.charter("generate", "--check")
        #expect(run.ending == .findings)
        #expect(try workspace.files() == before)
        try GoldenFile("cases/check/\(drift.rawValue).txt").expect(run.transcript)
    }

    @Test("is content again once the drift is generated away", arguments: Drift.allCases.filter(\.isMendedByGenerating))
    func mended(_ drift: Drift) async throws {
        let workspace = try Workspace("shop")
        try await workspace.charter("generate")
        try drift.make(in: workspace)
        #expect(try await workspace.charter("generate").ending == .holds)
        #expect(try await workspace.charter("generate", "--check").ending == .holds)
    }

    @Test("finds that nothing was generated yet, and makes no folder")
    func nothingYet() async throws {
        let workspace = try Workspace("shop")
        let run = try await workspace.charter("generate", "--check")
        #expect(run.ending == .findings)
        #expect(run.output.hasPrefix("--- /dev/null\n+++ Generated/Shop/Client/"))
        #expect(!workspace.exists("Generated"))
    }

    @Test("finds a file that is no text")
    func binary() async throws {
        let workspace = try Workspace("shop")
        try await workspace.charter("generate")
        try Data([0xFF, 0x00, 0xFE]).write(to: workspace.url("Generated/Shop/Models/Order.swift"))
        #expect(try await workspace.charter("generate", "--check").ending == .findings)
    }

    @Test("shows the drift of one API when another has none")
    func oneOfTwo() async throws {
        let workspace = try Workspace("shop", "library")
        try await workspace.charter("generate")
        try workspace.write("mine\n", to: "Generated/Shop/Notes.md")
        let run = try await workspace.charter("generate", "--check")
        #expect(run.ending == .findings)
        #expect(run.output == "Generated/Shop/Notes.md: nothing generates this file: move it away or delete it\n")
    }
}
