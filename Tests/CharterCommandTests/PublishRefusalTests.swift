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

    @Test("a version that went backwards, also one that is published", arguments: ["1.9.0", "1.9.9", "1.2.0", "0.99.0"])
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

    @Test("to replace what somebody else put there", arguments: ["index.json", "shop/index.json", "shop/openapi.json"])
    func foreign(_ path: String) async throws {
        let workspace = try Workspace("shop")
        try workspace.write("{\"name\": \"my web site\"}\n", to: "published/\(path)")
        let run = try await expectRefusal(in: workspace) { try await $0.publishShop("1.0.0") }
        #expect(
            run.errors == "error: published/\(path) was not published by Charter, so it is not replaced: move it away or delete it\n"
        )
        try workspace.delete("published/\(path)")
        #expect(try await workspace.publishShop("1.0.0").ending == .holds)
    }

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
