import GoldenFiles
import Testing

@Suite("charter init")
struct InitTests {
    @Test("writes a contract that lints clean, and from which everything is generated")
    func sound() async throws {
        let workspace = try Workspace()
        let run = try await workspace.charter("init", "BookShop")
        #expect(run.ending == .holds)
        let contract = "spec/book-shop.yaml: written; 'charter lint' checks it, 'charter generate' makes code from it\n"
        #expect(run.output == contract + "spec/.charter.schema.json: written, for editors\n")
        #expect(try workspace.text("spec/.charter.schema.json") == (await workspace.charter("schema")).output)
        let modeline = "# yaml-language-server: $schema=.charter.schema.json\n"
        #expect(try workspace.text("spec/book-shop.yaml").hasPrefix(modeline))
        let lint = try await workspace.charter("lint")
        #expect(lint.ending == .holds)
        #expect(lint.output == "spec/book-shop.yaml: 0 errors, 0 warnings, 4 endpoints, 3 types, 0 facts assumed\n")
        #expect(lint.errors.isEmpty)
        #expect(try await workspace.charter("generate").ending == .holds)
        #expect(try workspace.text("Generated/BookShop/Models/Item.swift").contains("public struct Item"))
        #expect(workspace.exists("Generated/BookShop/openapi.json"))
        #expect(try await workspace.charter("generate", "--check").ending == .holds)
        try GoldenFile("cases/init/book-shop.yaml").expect(try workspace.text("spec/book-shop.yaml"))
    }

    @Test("writes the file that is named, and its folder")
    func output() async throws {
        let workspace = try Workspace()
        #expect(try await workspace.charter("init", "Shop", "--output", "a/b/c.yaml", "--quiet").transcript == "# exit(0)\n")
        #expect(workspace.exists("a/b/c.yaml") && workspace.exists("a/b/.charter.schema.json"))
        #expect(try await workspace.charter("lint", "a/b/c.yaml").ending == .holds)
    }

    @Test("never replaces what is there", arguments: ["spec/shop.yaml", "elsewhere.yaml"])
    func existing(_ path: String) async throws {
        let workspace = try Workspace("shop")
        try workspace.write("mine\n", to: path)
        let before = try workspace.files()
        let run = try await workspace.charter("init", "Shop", "--output", path)
        #expect(run.ending == .findings)
        #expect(run.output.isEmpty)
        #expect(run.errors == "error: \(path) exists, so it is not replaced: choose another name with --output\n")
        #expect(try workspace.files() == before)
    }

    @Test("does not follow a link, be it to nothing")
    func link() async throws {
        let workspace = try Workspace()
        try workspace.makeFolder("spec")
        try workspace.link("spec/shop.yaml", to: workspace.outside("nothing.yaml"))
        #expect(try await workspace.charter("init", "Shop").ending == .findings)
        #expect(!workspace.exists("../nothing.yaml"))
    }

    @Test("says that it is impossible where a file stands instead of the folder")
    func impossible() async throws {
        let workspace = try Workspace()
        try workspace.write("", to: "spec")
        let run = try await workspace.charter("init", "Shop")
        #expect(run.ending == .exit(3))
        #expect(run.errors.hasPrefix("error: spec/shop.yaml cannot be written: "))
    }

    @Test("is wrong usage without a name that code can have", arguments: [[], ["shop"], ["Shop API"], [""], ["Shop", "--output", ""]])
    func names(_ arguments: [String]) async throws {
        let workspace = try Workspace()
        let run = try await workspace.charter(["init"] + arguments)
        #expect(run.ending == .wrongUsage)
        #expect(run.errors.hasPrefix("error: "))
        #expect(try workspace.files().isEmpty)
    }
}
