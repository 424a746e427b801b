import Foundation
import Testing

/// Whatever a manifest says and wherever links lead, generation stays inside its folder.
@Suite("What lies outside the folder")
struct OutsideTests {
    @Test("is not deleted because a manifest lists it", arguments: ["../victim.txt", "Models/../../victim.txt", "/", "", "./victim.txt"])
    func listed(_ path: String) async throws {
        let workspace = try Workspace("shop")
        try await workspace.charter("generate")
        try workspace.write("kept", to: "Generated/victim.txt")
        try list(path, in: workspace)
        try await expectRefusal(of: path, in: workspace)
    }

    @Test("is not deleted because a manifest lists it by its absolute path")
    func absolute() async throws {
        let workspace = try Workspace("shop")
        try await workspace.charter("generate")
        try workspace.write("kept", to: "Generated/victim.txt")
        let path = workspace.url("Generated/victim.txt").path
        try list(path, in: workspace)
        try await expectRefusal(of: path, in: workspace)
    }

    @Test("is not deleted through a link to a folder")
    func linkedFolder() async throws {
        let workspace = try Workspace("shop")
        try await workspace.charter("generate")
        try workspace.write("kept", to: "elsewhere/victim.txt")
        try workspace.link("Generated/Shop/link", to: workspace.url("elsewhere"))
        try list("link/victim.txt", in: workspace)
        #expect(try await workspace.charter("generate").ending == .holds)
        #expect(try workspace.text("elsewhere/victim.txt") == "kept")
    }

    @Test("is not deleted with a link that leads there")
    func listedLink() async throws {
        let workspace = try Workspace("shop")
        try await workspace.charter("generate")
        try workspace.write("kept", to: "elsewhere/victim.txt")
        try workspace.link("Generated/Shop/link", to: workspace.url("elsewhere"))
        try list("link", in: workspace)
        #expect(try await workspace.charter("generate").output.hasSuffix(" 1 deleted\n"))
        #expect(try workspace.text("elsewhere/victim.txt") == "kept")
        #expect(!workspace.exists("Generated/Shop/link"))
    }

    @Test("is not written through a link that stands where a folder belongs")
    func writing() async throws {
        let workspace = try Workspace("shop")
        try await workspace.charter("generate")
        try workspace.write("kept", to: "elsewhere/Order.swift")
        try workspace.delete("Generated/Shop/Models")
        try workspace.link("Generated/Shop/Models", to: workspace.url("elsewhere"))
        let before = try workspace.files()
        let run = try await workspace.charter("generate")
        #expect(run.ending == .findings)
        #expect(run.errors == "error: Generated/Shop/Models was not generated, so it is not replaced: move it away or delete it\n")
        #expect(try workspace.files() == before)
    }

    private func list(_ path: String, in workspace: Workspace) throws {
        var manifest = try JSONDecoder().decode(ManifestContents.self, from: Data(workspace.text("Generated/Shop/manifest.json").utf8))
        manifest.files.append(path)
        try JSONEncoder().encode(manifest).write(to: workspace.url("Generated/Shop/manifest.json"))
    }

    private func expectRefusal(of path: String, in workspace: Workspace) async throws {
        let before = try workspace.files()
        #expect(try await workspace.charter("generate", "--check").ending == .findings)
        let run = try await workspace.charter("generate")
        #expect(run.ending == .findings)
        #expect(run.errors.hasPrefix("error: Generated/Shop/manifest.json lists '\(path)', which is not inside its folder: "))
        #expect(try workspace.files() == before)
    }
}
