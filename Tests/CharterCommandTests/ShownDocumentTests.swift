import Foundation
import Testing

/// The document that a server shows: the published one, or else the generated one.
@Suite("The document of a server")
struct ShownDocumentTests {
    private static let path = "Generated/Shop/Server/ShopDocument.swift"

    /// A contract that says where its API describes itself.
    private func workspace() throws -> Workspace {
        let workspace = try Workspace("shop")
        try workspace.edit("spec/shop.yaml", "version: 1.0.0", "version: 1.0.0\ndescribedAt: /openapi.json")
        return workspace
    }

    @Test("is none where the contract does not say that there is one, whatever lies in published/")
    func none() async throws {
        let workspace = try Workspace("shop")
        try await workspace.charter("publish", "--to", "spec/published")
        try workspace.write("{}", to: "spec/published/shop/1.0.0/openapi.json")
        #expect(try await workspace.charter("generate").ending == .holds)
        #expect(try workspace.files(below: "Generated/Shop/Server")["ShopDocument.swift"] == nil)
        #expect(try !workspace.text("Generated/Shop/Server/ShopAPI+Register.swift").contains("describe"))
    }

    @Test("is what is generated while the version is not published")
    func generated() async throws {
        let workspace = try workspace()
        try await workspace.charter("generate")
        let text = try workspace.text(Self.path)
        #expect(text.contains("/// The description of the Shop API, version 1.0.0, as it is generated: that version is not published."))
        #expect(text.contains(#""title": "Shop API""#))
        #expect(try workspace.text("Generated/Shop/Server/ShopAPI+Register.swift").contains("routes.describe(by: .shop)"))
    }

    @Test("is noticed by a check when the version is published, and is that release whatever becomes of the contract")
    func published() async throws {
        let workspace = try workspace()
        try await workspace.charter("generate")
        try await workspace.charter("publish", "--to", "spec/published")
        let check = try await workspace.charter("generate", "--check")
        #expect(check.ending == .findings)
        #expect(check.output.contains("--- \(Self.path)\n"))
        #expect(check.output.contains("+    /// The description of the Shop API, version 1.0.0, as it was published.\n"))
        try await workspace.charter("generate")
        #expect(try await workspace.charter("generate", "--check").ending == .holds)

        let before = try workspace.text(Self.path)
        try workspace.edit("spec/shop.yaml", "does: Get an order", "does: Get one order")
        try await workspace.charter("generate")
        #expect(try workspace.text("Generated/Shop/openapi.json").contains("Get one order"))
        #expect(try workspace.text(Self.path) == before)

        try workspace.edit("spec/shop.yaml", "version: 1.0.0", "version: 1.1.0")
        try await workspace.charter("generate")
        #expect(try workspace.text(Self.path).contains("Get one order"))
        #expect(try workspace.text(Self.path).contains("version 1.1.0, as it is generated"))
    }

    @Test("is made of nothing that is no longer as it was published")
    func damaged() async throws {
        let workspace = try workspace()
        try await workspace.charter("publish", "--to", "spec/published")
        try workspace.edit("spec/published/shop/1.0.0/openapi.json", "Shop API", "Sham API")
        let run = try await workspace.charter("generate")
        #expect(run.ending == .findings)
        #expect(run.errors.contains("error: spec/published/shop/1.0.0/openapi.json and SHA256SUMS beside it do not match"))
        #expect(try !workspace.files().keys.contains { $0.hasPrefix("Generated/") })
    }

    @Test("is the published one in a target too")
    func target() async throws {
        let workspace = try Workspace()
        let contract = try Workspace.contract("shop").replacing("version: 1.0.0", with: "version: 1.0.0\ndescribedAt: /openapi.json")
        try workspace.write(contract, to: "Sources/Shop/contract.yaml")
        try workspace.write("emit: [models, server]\n", to: "Sources/Shop/charter.yaml")
        let arguments = ["build-target", "Sources/Shop", "--output", "out"]
        try await workspace.charter(arguments)
        #expect(try workspace.text("out/GeneratedServer.swift").contains("as it is generated"))
        try await workspace.charter("publish", "Sources/Shop/contract.yaml", "--to", "Sources/Shop/published")
        try await workspace.charter(arguments)
        #expect(try workspace.text("out/GeneratedServer.swift").contains("as it was published"))
    }
}
