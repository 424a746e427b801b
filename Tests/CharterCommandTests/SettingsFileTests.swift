import GoldenFiles
import Testing

/// What a `charter.yaml` beside contracts changes for every command.
@Suite("charter.yaml beside contracts")
struct SettingsFileTests {
    @Test("chooses the parts, and deletes those that are no longer chosen")
    func parts() async throws {
        let workspace = try Workspace("shop")
        try await workspace.charter("generate")
        try workspace.write("emit: [models, client]\n", to: "spec/charter.yaml")
        #expect(try await workspace.charter("generate", "--check").ending == .findings)
        #expect(try await workspace.charter("generate").ending == .holds)
        let folders = Set(try workspace.files(below: "Generated/Shop").keys.map { $0.prefix { $0 != "/" } })
        #expect(folders == ["Client", "Models", "manifest.json"])
        #expect(try await workspace.charter("generate", "--check").ending == .holds)
    }

    @Test("chooses access and the module of the models")
    func access() async throws {
        let workspace = try Workspace("shop")
        try workspace.write("{ emit: [models, client], access: package, models: Data }\n", to: "spec/charter.yaml")
        try await workspace.charter("generate")
        let client = try workspace.text("Generated/Shop/Client/ShopClient.swift")
        #expect(client.contains("package struct ShopClient") && client.contains("import Data\n"))
    }

    @Test("applies to contracts that are named, each taking that of its own folder")
    func named() async throws {
        let workspace = try Workspace("shop")
        try workspace.write("emit: [models]\n", to: "spec/charter.yaml")
        try workspace.write(Workspace.contract("library"), to: "other/library.yaml")
        try workspace.write("emit: [openapi]\n", to: "other/charter.yaml")
        try await workspace.charter("generate", "spec/shop.yaml", "other/library.yaml")
        #expect(workspace.exists("Generated/Shop/Models/Order.swift") && !workspace.exists("Generated/Shop/openapi.json"))
        #expect(workspace.exists("Generated/Library/openapi.json") && !workspace.exists("Generated/Library/Models"))
        #expect(try await workspace.charter("generate", "--check", "spec/shop.yaml").ending == .holds)
    }

    @Test("chooses the contracts")
    func contracts() async throws {
        let workspace = try Workspace("shop", "library")
        try workspace.write("contracts: [library.yaml, ../other/shop.yaml]\n", to: "spec/charter.yaml")
        try workspace.write(Workspace.contract("shop"), to: "other/shop.yaml")
        let run = try await workspace.charter("lint")
        #expect(run.output.split(separator: "\n").map { $0.prefix { $0 != ":" } } == ["spec/library.yaml", "other/shop.yaml"])
    }

    @Test("chooses templates, which --templates overrides")
    func templates() async throws {
        let workspace = try Workspace("shop")
        try workspace.write("templates: ../Ours\n", to: "spec/charter.yaml")
        try workspace.write("// {{api}} of ours\n", to: "Ours/Header.swift.mustache")
        try workspace.write("// {{api}} of theirs\n", to: "Theirs/Header.swift.mustache")
        try await workspace.charter("generate")
        #expect(try workspace.text("Generated/Shop/Models/Order.swift").hasPrefix("// Shop of ours\n"))
        try await workspace.charter("generate", "--templates", "Theirs", "--output", "Other")
        #expect(try workspace.text("Other/Shop/Models/Order.swift").hasPrefix("// Shop of theirs\n"))
    }

    @Test("is refused with its faults at their places, and nothing is written", arguments: ["generate", "lint"])
    func faults(_ command: String) async throws {
        let workspace = try Workspace("shop")
        try workspace.write("contracts: [shop.yml]\n", to: "spec/charter.yaml")
        let missing = try await workspace.charter(command)
        try workspace.write("contract: [shop.yaml]\n", to: "spec/charter.yaml")
        let mistyped = try await workspace.charter(command)
        #expect(missing.ending == .findings && mistyped.ending == .findings && !workspace.exists("Generated"))
        try GoldenFile("cases/settings/faults.txt").expect(missing.transcript + mistyped.transcript)
    }

    @Test("names a folder of templates that is missing")
    func missingTemplates() async throws {
        let workspace = try Workspace("shop")
        try workspace.write("templates: Ours\n", to: "spec/charter.yaml")
        let run = try await workspace.charter("generate")
        #expect(run.ending == .findings)
        try GoldenFile("cases/settings/missing-templates.txt").expect(run.transcript)
    }

    @Test("is no contract")
    func noContract() async throws {
        let workspace = try Workspace()
        try workspace.write("emit: [models]\n", to: "spec/charter.yaml")
        let run = try await workspace.charter("lint")
        #expect(run.errors.hasPrefix("error: there is no contract in spec/: "))
    }
}
