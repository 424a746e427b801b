import Foundation
import Testing

/// Which files of `spec/` are contracts, when none is named.
@Suite("Without a name, the contracts are")
struct SelectionTests {
    @Test("all of spec/ in the order of their names")
    func all() async throws {
        let workspace = try Workspace("shop", "library")
        let run = try await workspace.charter("generate")
        #expect(run.ending == .holds)
        #expect(run.output.split(separator: "\n").map { $0.prefix { $0 != ":" } } == ["Generated/Library", "Generated/Shop"])
    }

    @Test("no fragments, no other files, nothing hidden and no folders")
    func others() async throws {
        let workspace = try Workspace("shop")
        try workspace.write("Order:\n  charter: 1\n", to: "spec/types.yaml")
        try workspace.write("", to: "spec/empty.yaml")
        try workspace.write("# charter: 1\n", to: "spec/comment.yaml")
        try workspace.write("charter: 1\n", to: "spec/notes.txt")
        try workspace.write("charter: 1\n", to: "spec/parts/part.yaml")
        try workspace.makeFolder("spec/folder.yaml")
        try workspace.link("spec/.#shop.yaml", to: workspace.outside("nowhere"))
        try await expectShopAlone(in: workspace)
    }

    @Test("also those that begin with comments")
    func comments() async throws {
        let workspace = try Workspace()
        try workspace.write("# Who: us\n\n  # Why: them\n%YAML 1.1\n---\n" + Workspace.contract("shop"), to: "spec/shop.yaml")
        try await expectShopAlone(in: workspace)
    }

    @Test("also those with a byte order mark")
    func byteOrderMark() async throws {
        let workspace = try Workspace()
        try workspace.write("\u{FEFF}" + Workspace.contract("shop"), to: "spec/shop.yaml")
        try await expectShopAlone(in: workspace)
    }

    @Test("also those with the line ends of Windows, which change no output")
    func lineEnds() async throws {
        let workspace = try Workspace("shop")
        try await workspace.charter("generate")
        try workspace.edit("spec/shop.yaml", "\n", "\r\n")
        #expect(try await workspace.charter("generate", "--check").ending == .holds)
    }

    @Test("also broken ones, so that nothing is skipped in silence")
    func broken() async throws {
        let workspace = try Workspace("shop")
        try workspace.write("charter: 1\napi: [\n", to: "spec/broken.yaml")
        #expect(try await workspace.charter("lint").ending == .findings)
    }

    @Test("missed with a sentence where there is none", arguments: ["generate", "lint"])
    func none(_ command: String) async throws {
        let workspace = try Workspace()
        let run = try await workspace.charter(command)
        #expect(run.ending == .wrongUsage)
        let mend = "name one, run this where spec/ is, or begin one with 'charter init NAME'"
        #expect(run.errors == "error: there is no contract in spec/: \(mend)\n")
        #expect(try workspace.files().isEmpty)
    }

    @Test("those of a folder that is named in place of files", arguments: ["api", "api/", "./api", "."])
    func folder(_ name: String) async throws {
        let workspace = try Workspace()
        let folder = name == "." ? "" : "api/"
        try workspace.write(Workspace.contract("shop"), to: folder + "shop.yaml")
        try workspace.write(Workspace.contract("library"), to: folder + "library.yaml")
        try workspace.write("openapi: 3.1.0\n", to: folder + "other.yaml")
        let run = try await workspace.charter("lint", name)
        #expect(run.ending == .holds)
        #expect(run.output.split(separator: "\n").map { $0.prefix { $0 != ":" } } == ["\(folder)library.yaml", "\(folder)shop.yaml"])
    }

    @Test("none of a folder without contracts, which is said", arguments: ["generate", "lint"])
    func emptyFolder(_ command: String) async throws {
        let workspace = try Workspace()
        try workspace.makeFolder("api")
        let run = try await workspace.charter(command, "api")
        #expect(run.ending == .wrongUsage)
        #expect(run.errors == "error: there is no contract in api/: name one, or begin one with 'charter init NAME'\n")
    }

    private func expectShopAlone(in workspace: Workspace) async throws {
        let run = try await workspace.charter("lint")
        #expect(run.ending == .holds)
        #expect(run.output.split(separator: "\n").map { $0.prefix { $0 != ":" } } == ["spec/shop.yaml"])
    }
}
