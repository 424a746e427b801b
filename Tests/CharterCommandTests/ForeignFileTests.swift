import Testing

/// Files that stand where one is to be generated, and that Charter did not make.
@Suite("A file in the way")
struct ForeignFileTests {
    @Test("is not overwritten, and nothing else is written")
    func file() async throws {
        let workspace = try Workspace("shop")
        try workspace.write("mine\n", to: "Generated/Shop/Server/ShopAPI.swift")
        let run = try await workspace.charter("generate")
        #expect(run.ending == .findings)
        #expect(run.output.isEmpty)
        #expect(
            run.errors
                == "error: Generated/Shop/Server/ShopAPI.swift was not generated, so it is not replaced: move it away or delete it\n"
        )
        #expect(try workspace.files(below: "Generated").mapValues(\.bytes).keys.sorted() == ["Shop/Server/ShopAPI.swift"])
        #expect(try workspace.text("Generated/Shop/Server/ShopAPI.swift") == "mine\n")
    }

    @Test("is shown by a check as any other difference")
    func check() async throws {
        let workspace = try Workspace("shop")
        let path = "Generated/Shop/Server/ShopAPI.swift"
        try workspace.write("mine\n", to: path)
        let run = try await workspace.charter("generate", "--check")
        #expect(run.ending == .findings)
        #expect(run.output.contains("--- \(path)\n+++ \(path)\n@@ -1,1 +1,"))
        #expect(try workspace.text(path) == "mine\n")
    }

    @Test("of one API stops the others too")
    func otherAPI() async throws {
        let workspace = try Workspace("shop", "library")
        try workspace.write("mine\n", to: "Generated/Shop/openapi.json")
        #expect(try await workspace.charter("generate").ending == .findings)
        #expect(!workspace.exists("Generated/Library"))
    }

    @Test("that is a link is not overwritten either")
    func link() async throws {
        let workspace = try Workspace("shop")
        try workspace.write("mine\n", to: "mine.json")
        try workspace.makeFolder("Generated/Shop")
        try workspace.link("Generated/Shop/openapi.json", to: workspace.url("mine.json"))
        #expect(try await workspace.charter("generate").ending == .findings)
        #expect(try workspace.text("mine.json") == "mine\n")
        #expect(!workspace.exists("Generated/Shop/Models"))
    }

    @Test("stops generation also where a folder belongs")
    func insteadOfFolder() async throws {
        let workspace = try Workspace("shop")
        try workspace.write("mine\n", to: "Generated/Shop/Models")
        let run = try await workspace.charter("generate")
        #expect(run.ending == .findings)
        #expect(run.errors == "error: Generated/Shop/Models was not generated, so it is not replaced: move it away or delete it\n")
        #expect(try workspace.files(below: "Generated").keys.sorted() == ["Shop/Models"])
    }

    @Test("may be a manifest of something else")
    func manifest() async throws {
        let workspace = try Workspace("shop")
        try workspace.write("{\"name\": \"my web app\"}\n", to: "Generated/Shop/manifest.json")
        let run = try await workspace.charter("generate")
        #expect(run.ending == .findings)
        #expect(run.errors.hasPrefix("error: Generated/Shop/manifest.json is no manifest of Charter: "))
        #expect(try workspace.files(below: "Generated").keys.sorted() == ["Shop/manifest.json"])
    }

    @Test("that Charter made is taken back, even when no manifest lists it")
    func ours() async throws {
        let workspace = try Workspace("shop")
        try await workspace.charter("generate")
        try workspace.delete("Generated/Shop/manifest.json")
        try workspace.edit("Generated/Shop/Models/Order.swift", "public var id", "public var key")
        #expect(try await workspace.charter("generate").ending == .holds)
        #expect(try await workspace.charter("generate", "--check").ending == .holds)
    }
}
