import GoldenFiles
import Testing

@Suite("A contract with errors")
struct FaultyContractTests {
    @Test("has nothing generated, also from the sound contracts of the run")
    func nothingWritten() async throws {
        let workspace = try Workspace("shop", "library")
        try workspace.edit("spec/shop.yaml", "returns: Order", "returns: Odrer")
        let run = try await workspace.charter("generate")
        #expect(run.ending == .findings)
        #expect(!workspace.exists("Generated"))
        try GoldenFile("cases/errors/unknown-type.txt").expect(run.transcript)
    }

    @Test("leaves what was generated before as it is, checked or not")
    func nothingChanged() async throws {
        let workspace = try Workspace("shop")
        try await workspace.charter("generate")
        try workspace.edit("spec/shop.yaml", "returns: Order", "returns: Odrer")
        let before = try workspace.files()
        #expect(try await workspace.charter("generate").ending == .findings)
        #expect(try await workspace.charter("generate", "--check").ending == .findings)
        #expect(try workspace.files() == before)
    }

    @Test("is no contract, or of a later version")
    func noContract() async throws {
        let workspace = try Workspace()
        try workspace.write("openapi: 3.1.0\n", to: "openapi.yaml")
        try workspace.write("charter: 99\n", to: "later.yaml")
        #expect(try await workspace.charter("generate", "openapi.yaml").ending == .findings)
        #expect(try await workspace.charter("generate", "later.yaml").ending == .findings)
        #expect(!workspace.exists("Generated"))
    }

    @Test("may be sound but for the name, which another one has", arguments: ["Shop", "SHOP"])
    func sameName(_ name: String) async throws {
        let workspace = try Workspace("shop", "library")
        try workspace.edit("spec/library.yaml", "api: Library", "api: \(name)")
        let run = try await workspace.charter("generate")
        #expect(run.ending == .findings)
        #expect(run.errors.contains("spec/shop.yaml:2:6: error: the API 'Shop' is described twice [equal-apis]"))
        #expect(!workspace.exists("Generated"))
    }
}
