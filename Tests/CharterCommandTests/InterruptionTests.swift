import Testing

/// A write that fails midway leaves whole files, and nothing that the next run does not know as its own.
@Suite("An interrupted run")
struct InterruptionTests {
    @Test("is made good by the next one", arguments: ["Client/ShopKey.swift", "Server/ShopAPI.swift", "openapi.json"])
    func first(_ path: String) async throws {
        let workspace = try Workspace("shop")
        try await expectRecovery(from: path, in: workspace)
    }

    @Test("over older files is made good by the next one, which still deletes what is no longer generated")
    func second() async throws {
        let workspace = try Workspace("shop")
        try await workspace.charter("generate")
        try Drift.removedType.make(in: workspace)
        try Drift.changedContract.make(in: workspace)
        try workspace.delete("Generated/Shop/openapi.json")
        try await expectRecovery(from: "openapi.json", in: workspace)
        #expect(!workspace.exists("Generated/Shop/Models/State.swift"))
    }

    private func expectRecovery(from path: String, in workspace: Workspace) async throws {
        let whole = try await Self.generated(fromContractOf: workspace)
        try workspace.makeFolder("Generated/Shop/\(path)")
        let before = try workspace.files(below: "Generated/Shop")
        let run = try await workspace.charter("generate")
        #expect(run.ending == .impossible)
        #expect(run.errors.hasPrefix("error: Generated/Shop/\(path) cannot be written: "))
        #expect(workspace.exists("Generated/Shop/Client/ShopClient.swift"), "the run stops midway")
        for (file, state) in try workspace.files(below: "Generated/Shop") where file != "manifest.json" {
            #expect(state.bytes == before[file]?.bytes || state.bytes == whole[file]?.bytes, "\(file)")
        }
        try workspace.delete("Generated/Shop/\(path)")
        let next = try await workspace.charter("generate")
        #expect(next.ending == .holds)
        #expect(next.errors.isEmpty)
        #expect(try await workspace.charter("generate", "--check").ending == .holds)
    }

    private static func generated(fromContractOf workspace: Workspace) async throws -> [String: FileState] {
        try await workspace.charter("generate", "--output", "whole")
        return try workspace.files(below: "whole/Shop")
    }
}
