import Foundation
import Testing

@Suite("charter generate")
struct GenerateTests {
    @Test("fills an empty folder")
    func empty() async throws {
        let workspace = try Workspace("shop")
        let run = try await workspace.charter("generate")
        let files = try workspace.files(below: "Generated/Shop")
        #expect(run.ending == .holds)
        #expect(run.output == "Generated/Shop: \(files.count) created, 0 updated, 0 unchanged, 0 deleted\n")
        #expect(run.errors.isEmpty)
        #expect(files.keys.contains("openapi.json") && files.keys.contains("Models/Order.swift"))
    }

    @Test("names the settings that it goes by")
    func settings() async throws {
        let workspace = try Workspace("shop")
        try workspace.write("emit: [models]\n", to: "spec/charter.yaml")
        let run = try await workspace.charter("generate")
        #expect(run.output.hasSuffix(" created, 0 updated, 0 unchanged, 0 deleted, by spec/charter.yaml\n"))
        #expect(!workspace.exists("Generated/Shop/Server"))
    }

    @Test("lists in the manifest every file but the manifest itself")
    func manifest() async throws {
        let workspace = try Workspace("shop")
        try await workspace.charter("generate")
        let generated = try workspace.files(below: "Generated/Shop").keys.filter { $0 != "manifest.json" }
        let manifest = try JSONDecoder().decode(ManifestContents.self, from: Data(workspace.text("Generated/Shop/manifest.json").utf8))
        #expect(manifest.files == generated.sorted())
    }

    @Test("touches no file the second time")
    func again() async throws {
        let workspace = try Workspace("shop")
        try await workspace.charter("generate")
        let before = try workspace.files()
        let run = try await workspace.charter("generate")
        #expect(run.ending == .holds)
        #expect(run.output.contains(": 0 created, 0 updated, ") && run.output.hasSuffix(" unchanged, 0 deleted\n"))
        #expect(try workspace.files() == before)
    }

    @Test("touches no other file when it mends one")
    func one() async throws {
        let workspace = try Workspace("shop")
        try await workspace.charter("generate")
        try workspace.edit("Generated/Shop/Models/Order.swift", "public var id", "public var key")
        let before = try workspace.files()
        let run = try await workspace.charter("generate")
        let after = try workspace.files()
        #expect(run.output.contains(" 0 created, 1 updated, "))
        #expect(after.keys.filter { after[$0] != before[$0] } == ["Generated/Shop/Models/Order.swift"])
        #expect(try await workspace.charter("generate", "--check").ending == .holds)
    }

    @Test("mends a file that was turned into a link, and leaves alone what the link leads to")
    func linkedFile() async throws {
        let workspace = try Workspace("shop")
        try await workspace.charter("generate")
        try workspace.write("kept", to: "notes.txt")
        try workspace.delete("Generated/Shop/Models/Order.swift")
        try workspace.link("Generated/Shop/Models/Order.swift", to: workspace.url("notes.txt"))
        #expect(try await workspace.charter("generate", "--check").ending == .findings)
        #expect(try await workspace.charter("generate").ending == .holds)
        #expect(try workspace.text("notes.txt") == "kept")
        #expect(try await workspace.charter("generate", "--check").ending == .holds)
    }

    @Test("generates every contract that is named, and no other")
    func named() async throws {
        let workspace = try Workspace("shop", "library")
        let run = try await workspace.charter("generate", "spec/library.yaml")
        #expect(run.ending == .holds)
        #expect(workspace.exists("Generated/Library/openapi.json"))
        #expect(!workspace.exists("Generated/Shop"))
    }
}
