import Testing

/// What was generated once and is no longer, against what somebody put there.
@Suite("Files that are no longer generated")
struct StaleFileTests {
    @Test("are deleted, while those that nobody generated stay")
    func removedType() async throws {
        let workspace = try Workspace("shop")
        try await workspace.charter("generate")
        let before = Set(try workspace.files(below: "Generated/Shop").keys)
        try workspace.write("mine\n", to: "Generated/Shop/Models/State+Mine.swift")
        try Drift.removedType.make(in: workspace)
        let run = try await workspace.charter("generate")
        let after = Set(try workspace.files(below: "Generated/Shop").keys)
        #expect(run.ending == .holds)
        #expect(run.output.hasSuffix(" 1 deleted\n"))
        #expect(
            run.errors == "warning: Generated/Shop/Models/State+Mine.swift: nothing generates this file: move it away or delete it\n"
        )
        #expect(before.subtracting(after) == ["Models/State.swift"])
        #expect(after.subtracting(before) == ["Models/State+Mine.swift"])
        #expect(try workspace.text("Generated/Shop/Models/State+Mine.swift") == "mine\n")
    }

    @Test("stay where the manifest is gone, since nothing says whose they are")
    func withoutManifest() async throws {
        let workspace = try Workspace("shop")
        try await workspace.charter("generate")
        try Drift.removedType.make(in: workspace)
        try workspace.delete("Generated/Shop/manifest.json")
        try workspace.delete("Generated/Shop/openapi.json")
        let run = try await workspace.charter("generate")
        #expect(run.ending == .holds)
        #expect(run.errors.hasPrefix("warning: Generated/Shop/Models/State.swift: nothing generates this file"))
        #expect(workspace.exists("Generated/Shop/Models/State.swift"))
    }

    @Test("are named by their folder, where the contract itself is gone")
    func removedContract() async throws {
        let workspace = try Workspace("shop", "library")
        try await workspace.charter("generate")
        try workspace.delete("spec/library.yaml")
        let before = try workspace.files()
        let check = try await workspace.charter("generate", "--check")
        #expect(check.ending == .findings)
        #expect(check.output == "Generated/Library: no contract makes this: move it away or delete it\n")
        let run = try await workspace.charter("generate")
        #expect(run.ending == .holds)
        #expect(run.errors == "warning: Generated/Library: no contract makes this: move it away or delete it\n")
        #expect(try workspace.files() == before)
    }

    @Test("are no matter when contracts are named, since others may make the other folders")
    func namedContract() async throws {
        let workspace = try Workspace("shop", "library")
        try await workspace.charter("generate")
        try workspace.delete("spec/library.yaml")
        let run = try await workspace.charter("generate", "spec/shop.yaml", "--check")
        #expect(run.ending == .holds)
        #expect(run.errors.isEmpty)
    }

    @Test("may lie beside the folders of the APIs too", arguments: ["Generated/Mine/Notes.md", "Generated/notes.txt"])
    func besideFolders(path: String) async throws {
        let workspace = try Workspace("shop")
        try await workspace.charter("generate")
        try workspace.write("mine\n", to: path)
        let check = try await workspace.charter("generate", "--check")
        #expect(check.ending == .findings)
        #expect(check.output.hasSuffix(": no contract makes this: move it away or delete it\n"))
        #expect(try await workspace.charter("generate").ending == .holds)
        #expect(try workspace.text(path) == "mine\n")
    }

    @Test("are not looked for where the whole project is")
    func projectFolder() async throws {
        let workspace = try Workspace("shop")
        try await workspace.charter("generate", "--output", ".")
        let check = try await workspace.charter("generate", "--output", ".", "--check")
        #expect(check.ending == .holds)
        #expect(check.errors.isEmpty)
    }
}
