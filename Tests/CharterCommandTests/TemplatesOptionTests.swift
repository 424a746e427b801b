import Foundation
import GoldenFiles
import Testing

@Suite("charter generate --templates")
struct TemplatesOptionTests {
    @Test("changes what the template makes that a file overrides, and nothing else")
    func overriding() async throws {
        let workspace = try Workspace("shop")
        try await workspace.charter("generate")
        let before = try workspace.files()
        try workspace.write("// The keys of {{api}}:{{#kinds}} {{type}}{{/kinds}}.\n", to: "mine/Client/Keys.swift.mustache")
        try workspace.write("No template.\n", to: "mine/README.md")
        let run = try await workspace.charter("generate", "--templates", "mine")
        let after = try workspace.files()
        #expect(run.ending == .holds)
        #expect(before.keys.filter { before[$0] != after[$0] } == ["Generated/Shop/Client/ShopKey.swift"])
        #expect(try workspace.text("Generated/Shop/Client/ShopKey.swift").hasSuffix("\n\n// The keys of Shop: SecretKey.\n"))
        #expect(try await workspace.charter("generate", "--check", "--templates", workspace.url("mine").path).ending == .holds)
        #expect(try await workspace.charter("generate", "--check").ending == .findings)
    }

    @Test("stops at a template with a fault, with its file and line", arguments: FaultyTemplate.allCases)
    func fault(_ template: FaultyTemplate) async throws {
        let workspace = try Workspace("shop")
        try workspace.write(template.text, to: "mine/\(template.path)")
        let run = try await workspace.charter("generate", "--templates", "mine")
        #expect(run.ending == .findings)
        #expect(!workspace.exists("Generated"))
        try GoldenFile("cases/templates/\(template.rawValue).txt").expect(run.transcript)
    }

    @Test("stops at a template that charter does not have")
    func unknown() async throws {
        let workspace = try Workspace("shop")
        try workspace.write("", to: "mine/Client/Kyes.swift.mustache")
        let run = try await workspace.charter("generate", "--templates", "mine")
        #expect(run.ending == .findings)
        let path = "Client/Kyes.swift.mustache"
        #expect(run.errors.hasPrefix("mine/\(path):1: error: there is no template '\(path)' to override"))
        #expect(!workspace.exists("Generated"))
    }

    @Test("takes an empty folder for no override")
    func empty() async throws {
        let workspace = try Workspace("shop")
        try await workspace.charter("generate")
        try workspace.makeFolder("mine")
        #expect(try await workspace.charter("generate", "--check", "--templates", "mine").ending == .holds)
    }
}
