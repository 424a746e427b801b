import Foundation
import Testing

/// What the build plugin runs for each target.
@Suite("charter build-target")
struct BuildTargetTests {
    private static let outputs = [
        "GeneratedClient.swift", "GeneratedConformance.swift", "GeneratedModels.swift", "GeneratedServer.swift", "openapi.json",
    ]

    /// A target with the contract of the shop.
    private func target(_ settings: String? = nil) throws -> Workspace {
        let workspace = try Workspace()
        try workspace.write(Workspace.contract("shop"), to: "Sources/Shop/contract.yaml")
        if let settings { try workspace.write(settings, to: "Sources/Shop/charter.yaml") }
        return workspace
    }

    @discardableResult
    private func build(_ workspace: Workspace, _ arguments: String...) async throws -> CommandResult {
        try await workspace.charter(["build-target", "Sources/Shop", "--output", "out"] + arguments)
    }

    /// The generated files that are not empty.
    private func filled(_ workspace: Workspace) throws -> [String] {
        try Self.outputs.filter { try !workspace.text("out/\($0)").isEmpty }
    }

    @Test("makes models and a client of a contract alone, and leaves the other files empty")
    func contractAlone() async throws {
        let workspace = try target()
        let run = try await build(workspace)
        #expect(run.transcript == "# exit(0)\n")
        #expect(try workspace.files(below: "out").keys.sorted() == Self.outputs)
        #expect(try filled(workspace) == ["GeneratedClient.swift", "GeneratedModels.swift"])
        #expect(try workspace.text("out/GeneratedModels.swift").contains("public struct Order: "))
    }

    @Test(
        "makes what the settings say",
        arguments: [
            ("emit: [models]", ["GeneratedModels.swift"]),
            ("models: ShopModels", ["GeneratedClient.swift"]),
            ("{ emit: [server, conformance], models: ShopModels }", ["GeneratedConformance.swift", "GeneratedServer.swift"]),
            ("emit: [openapi]", ["openapi.json"]),
            ("emit: [models, client, server, conformance, openapi]", outputs),
        ]
    )
    func emission(_ settings: String, _ expected: [String]) async throws {
        let workspace = try target(settings + "\n")
        #expect(try await build(workspace).ending == .holds)
        #expect(try filled(workspace) == expected)
    }

    @Test("imports the models from the module that is named")
    func borrowedModels() async throws {
        let workspace = try target("models: ShopModels\n")
        try await build(workspace)
        #expect(try workspace.text("out/GeneratedClient.swift").contains("import ShopModels\n"))
        try workspace.write("access: internal\n", to: "Sources/Shop/charter.yaml")
        try await build(workspace)
        let client = try workspace.text("out/GeneratedClient.swift")
        #expect(!client.contains("ShopModels") && !client.contains("public "))
    }

    @Test("touches only the files that change")
    func unchanged() async throws {
        let workspace = try target()
        try await build(workspace)
        let before = try workspace.files(below: "out")
        try await build(workspace)
        #expect(try workspace.files(below: "out") == before)
        try workspace.edit("Sources/Shop/contract.yaml", "How far an order has come.", "How far it is.")
        try await build(workspace)
        let after = try workspace.files(below: "out")
        #expect(Self.outputs.filter { after[$0] != before[$0] } == ["GeneratedModels.swift"])
    }

    @Test("empties what is no longer asked for")
    func fewerParts() async throws {
        let workspace = try target()
        try await build(workspace)
        try workspace.write("emit: [openapi]\n", to: "Sources/Shop/charter.yaml")
        try await build(workspace)
        #expect(try filled(workspace) == ["openapi.json"])
    }

    @Test("uses the templates of the folder Templates, or of the one that is named")
    func templates() async throws {
        let workspace = try target("emit: [models]\n")
        let template = "// {{api}} of ours\n"
        try workspace.write(template, to: "Sources/Shop/Templates/Header.swift.mustache")
        try await build(workspace)
        #expect(try workspace.text("out/GeneratedModels.swift").hasPrefix("// Shop of ours\n"))
        try workspace.write("{ emit: [models], templates: Others }\n", to: "Sources/Shop/charter.yaml")
        try workspace.write("// {{api}} of theirs\n", to: "Sources/Shop/Others/Header.swift.mustache")
        try await build(workspace)
        #expect(try workspace.text("out/GeneratedModels.swift").hasPrefix("// Shop of theirs\n"))
    }

    @Test("puts several contracts into one module")
    func several() async throws {
        let workspace = try target("contracts: [contract.yaml, library.yaml]\n")
        try workspace.write(Workspace.contract("library"), to: "Sources/Shop/library.yaml")
        let run = try await build(workspace)
        #expect(run.transcript == "# exit(0)\n")
        let client = try workspace.text("out/GeneratedClient.swift")
        #expect(client.contains("struct ShopClient") && client.contains("struct LibraryClient"))
    }
}
