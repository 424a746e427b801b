import Foundation
import GoldenFiles
import Testing

/// What is published stays what it is: whatever speaks against that is refused, and nothing is written.
@Suite("charter publish refuses")
struct PublishRefusalTests {
    @Test("a version that is published with other content")
    func changed() async throws {
        let workspace = try Workspace("shop")
        try await workspace.publishShop("1.0.0")
        try await expectRefusal(in: workspace, golden: "already-published") { try await $0.publishShop("1.0.0", title: "Shoppe API") }
    }

    @Test("the same where newer versions are published too")
    func changedOld() async throws {
        let workspace = try Workspace("shop")
        try await workspace.publishShop("1.0.0")
        try await workspace.publishShop("1.1.0")
        let run = try await expectRefusal(in: workspace) { try await $0.publishShop("1.0.0", title: "Shoppe API") }
        #expect(run.errors.contains("[version-already-published]"))
        #expect(run.errors.contains("raise 'version' above 1.1.0"))
    }

    @Test("a version that went backwards", arguments: ["1.9.0", "1.9.9", "1.1.0", "0.99.0"])
    func backwards(_ version: String) async throws {
        let workspace = try Workspace("shop")
        try await workspace.publishShop("1.2.0")
        try await workspace.publishShop("1.10.0")
        let run = try await expectRefusal(in: workspace) { try await $0.publishShop(version) }
        let message = "version \(version) is lower than 1.10.0, which is already published [version-went-backwards]"
        #expect(run.errors.hasPrefix("spec/shop.yaml:4:10: error: \(message)\n"))
        #expect(run.errors.hasSuffix("  help: raise 'version' above 1.10.0\n"))
    }

    @Test("what is no longer as it was published", arguments: PublishedDamage.allCases)
    func damaged(_ damage: PublishedDamage) async throws {
        let workspace = try Workspace("shop")
        try await workspace.publishShop("1.0.0")
        try await workspace.publishShop("1.1.0")
        try damage.make(in: workspace)
        try await expectRefusal(in: workspace, golden: "damaged-\(damage.rawValue)") { try await $0.publishShop("1.1.0") }
        try await expectRefusal(in: workspace) { try await $0.publishShop("1.2.0") }
    }

    @Test("all of a run when it refuses one")
    func oneOfTwo() async throws {
        let workspace = try Workspace("shop", "library")
        try await workspace.publishShop("1.0.0")
        try workspace.writeShop("1.0.0", title: "Shoppe API")
        try await expectRefusal(in: workspace) { try await $0.charter("publish", "--to", "published") }
    }

    @Test("the contract of an API whose folder another API has, in one run and in two")
    func folderTaken() async throws {
        let workspace = try Workspace("shop", "library")
        try workspace.edit("spec/shop.yaml", "api: Shop", "api: HTTPShop")
        try workspace.edit("spec/library.yaml", "api: Library", "api: HttpShop")
        let both = try await workspace.charter("publish", "--to", "published")
        #expect(both.ending == .findings)
        #expect(!workspace.exists("published"))
        try await workspace.charter("publish", "spec/library.yaml", "--to", "published")
        let run = try await expectRefusal(in: workspace) { try await $0.charter("publish", "spec/shop.yaml", "--to", "published") }
        let message = "'HTTPShop' would be published in published/http-shop, which is the folder of 'HttpShop' [api-folder-taken]"
        #expect(run.errors.hasPrefix("spec/shop.yaml:2:6: error: \(message)\n"))
    }

    @Test("a contract with errors, and writes nothing of the others")
    func faulty() async throws {
        let workspace = try Workspace("shop", "library")
        try workspace.edit("spec/shop.yaml", "returns: Order", "returns: Odrer")
        let run = try await workspace.charter("publish", "--to", "published")
        #expect(run.ending == .findings)
        #expect(run.errors.contains("[unknown-type]"))
        #expect(!workspace.exists("published"))
    }

    @Test("to replace what somebody else put there, also beside releases", arguments: Self.derivedPaths, [false, true])
    func foreign(_ path: String, _ hasReleases: Bool) async throws {
        let workspace = try Workspace("shop")
        if hasReleases { try await workspace.publishShop("1.0.0") }
        for text in ["{\"name\": \"my web site\"}\n", "[]", "{\"index\": 2, \"apis\": []}"] {
            try workspace.write(text, to: "published/\(path)")
            let run = try await expectRefusal(in: workspace) { try await $0.publishShop("1.1.0") }
            let fault = "is not what Charter published, so it is not replaced: move it away or delete it"
            #expect(run.errors == "error: published/\(path) \(fault)\n")
        }
        try workspace.delete("published/\(path)")
        #expect(try await workspace.publishShop("1.1.0").ending == .holds)
    }

    @Test("to replace any text where nothing was published before", arguments: Self.derivedPaths)
    func text(_ path: String) async throws {
        let workspace = try Workspace("shop")
        try workspace.write("my notes\n", to: "published/\(path)")
        let run = try await expectRefusal(in: workspace) { try await $0.publishShop("1.0.0") }
        #expect(run.errors.hasPrefix("error: published/\(path) is not what Charter published"))
    }

    @Test("to write where a folder stands, before it writes anything", arguments: Self.derivedPaths, [false, true])
    func folderForFile(_ path: String, _ hasReleases: Bool) async throws {
        let workspace = try Workspace("shop")
        if hasReleases {
            try await workspace.publishShop("1.0.0")
            try workspace.delete("published/\(path)")
        }
        try workspace.makeFolder("published/\(path)")
        let run = try await expectRefusal(in: workspace) { try await $0.publishShop("1.1.0") }
        let fault = "is no file of its own, so it is not replaced: move it away or delete it"
        #expect(run.errors == "error: published/\(path) \(fault)\n")
    }

    @Test("a file, or a link, that has the name of the API's folder", arguments: [false, true])
    func fileForFolder(_ isLink: Bool) async throws {
        let workspace = try Workspace("shop")
        try workspace.makeFolder("published")
        try workspace.makeFolder("elsewhere")
        if isLink {
            try workspace.link("published/shop", to: workspace.url("elsewhere"))
        } else {
            try workspace.write("mine\n", to: "published/shop")
        }
        let run = try await expectRefusal(in: workspace) { try await $0.publishShop("1.0.0") }
        #expect(run.errors == "error: published/shop is no folder: move it away or delete it\n")
        #expect(try workspace.files(below: "elsewhere").isEmpty)
    }

    private static let derivedPaths = ["index.json", "shop/index.json", "shop/openapi.json"]

    @discardableResult
    private func expectRefusal(
        in workspace: Workspace,
        golden: String? = nil,
        _ publish: (Workspace) async throws -> CommandResult
    ) async throws -> CommandResult {
        let before = try (workspace.files(below: "published"), FileState(workspace.url("published")))
        let run = try await publish(workspace)
        #expect(run.ending == .findings)
        #expect(run.output.isEmpty)
        #expect(try workspace.files(below: "published") == before.0)
        #expect(try FileState(workspace.url("published")) == before.1)
        if let golden { try GoldenFile("cases/publish/\(golden).txt").expect(run.transcript) }
        return run
    }
}
