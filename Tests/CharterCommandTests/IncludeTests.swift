import Foundation
import Testing

/// Contracts in several files, as commands read them.
@Suite("A contract that includes files")
struct IncludeTests {
    /// A workspace in which the types of the shop lie in a file of their own.
    private static func workspace() throws -> Workspace {
        let workspace = try Workspace("shop")
        let text = try workspace.text("spec/shop.yaml")
        let parts = text.components(separatedBy: "\ntypes:")
        try #require(parts.count == 2)
        try workspace.write(parts[0] + "\ninclude: [shop/types.yaml]\n", to: "spec/shop.yaml")
        try workspace.write("types:" + parts[1], to: "spec/shop/types.yaml")
        return workspace
    }

    @Test("gives the same as when it is one file")
    func same() async throws {
        let whole = try Workspace("shop")
        let parted = try Self.workspace()
        #expect(try await whole.charter("generate").ending == .holds)
        #expect(try await parted.charter("generate").ending == .holds)
        #expect(try parted.files(below: "Generated").mapValues(\.bytes) == whole.files(below: "Generated").mapValues(\.bytes))
    }

    @Test("shows a fault in the file where it is, with its line")
    func faults() async throws {
        let workspace = try Self.workspace()
        try workspace.edit("spec/shop/types.yaml", "type: State", "type: Stat")
        let run = try await workspace.charter("lint")
        #expect(run.ending == .findings)
        #expect(run.errors.hasPrefix("spec/shop/types.yaml:"))
        #expect(run.errors.contains("type: Stat"))
        #expect(run.output == "spec/shop.yaml: 1 error, 0 warnings\n")
    }

    @Test("says which file is missing")
    func missing() async throws {
        let workspace = try Self.workspace()
        try workspace.delete("spec/shop/types.yaml")
        let run = try await workspace.charter("lint")
        #expect(run.ending == .findings)
        #expect(run.errors.contains("error: 'spec/shop/types.yaml' cannot be read: No such file or directory [unreadable-include]"))
    }

    @Test("may have endpoints in a file beside it, which is then not taken for a contract with a mistake")
    func endpoints() async throws {
        let workspace = try Workspace("shop")
        try workspace.write("endpoints: { GET /: { id: look, does: Look, auth: none, returns: { 204: none } } }\n", to: "spec/more.yaml")
        #expect(try await workspace.charter("lint").errors.contains("spec/more.yaml is left out"))
        try workspace.write(try workspace.text("spec/shop.yaml") + "include: [more.yaml]\n", to: "spec/shop.yaml")
        let run = try await workspace.charter("lint")
        #expect(run.ending == .holds)
        #expect(!run.errors.contains("left out"))
    }
}
