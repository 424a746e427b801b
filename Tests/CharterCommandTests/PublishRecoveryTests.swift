import Foundation
import RunningPrograms
import Testing

/// A run that was cut off leaves whole releases, and the next one does what it left undone.
@Suite("charter publish, once more,")
struct PublishRecoveryTests {
    @Test(
        "rewrites copies and indexes that are missing or stale, and nothing else",
        arguments: ["shop/openapi.json", "shop/index.json", "index.json"],
        StaleCopy.allCases
    )
    func rewrites(_ path: String, _ stale: StaleCopy) async throws {
        let workspace = try Workspace("shop", "library")
        try await workspace.charter("publish", "--to", "published")
        let old = try workspace.text("published/\(path)")
        try await workspace.publishShop("1.1.0")
        let before = try workspace.files(below: "published")
        try stale.make("published/\(path)", old: old, in: workspace)
        let run = try await workspace.publishShop("1.1.0")
        #expect(run.ending == .holds)
        #expect(run.errors.isEmpty)
        let isRoot = path == "index.json"
        #expect(
            run.output
                == (isRoot
                    ? "published/shop/1.1.0: already published, nothing to do\npublished/index.json: updated\n"
                    : "published/shop/1.1.0: already published; rewrote published/\(path)\n")
        )
        let after = try workspace.files(below: "published")
        #expect(after.mapValues(\.bytes) == before.mapValues(\.bytes))
        #expect(after.keys.filter { after[$0] != before[$0] } == [path])
    }

    @Test("completes what was cut off behind the release itself")
    func behindRelease() async throws {
        let (workspace, whole) = (try Workspace("shop"), try Workspace("shop"))
        for version in ["1.0.0", "1.1.0"] { try await whole.publishShop(version) }
        try await workspace.publishShop("1.0.0")
        for name in ["openapi.json", "SHA256SUMS"] {
            try workspace.write(whole.text("published/shop/1.1.0/\(name)"), to: "published/shop/1.1.0/\(name)")
        }
        #expect(try await workspace.publishShop("1.1.0").ending == .holds)
        #expect(try workspace.files(below: "published").mapValues(\.bytes) == whole.files(below: "published").mapValues(\.bytes))
    }

    @Test("deletes the drafts of a run that was killed")
    func drafts() async throws {
        let workspace = try Workspace("shop")
        try await workspace.publishShop("1.0.0")
        let before = try workspace.files(below: "published")
        let id = UUID().uuidString
        try workspace.write("{", to: "published/.shop.draft-\(id)/1.0.0/openapi.json")
        try workspace.write("{", to: "published/shop/.1.1.0.draft-\(id)/openapi.json")
        try workspace.write("{", to: "published/shop/.openapi.json.draft-\(id)")
        #expect(try await workspace.publishShop("1.0.0").output == "published/shop/1.0.0: already published, nothing to do\n")
        #expect(try workspace.files(below: "published") == before)
    }

    @Test("in several processes at the same time gives one release, and holds in all", arguments: [false, true])
    func together(_ isFirst: Bool) async throws {
        let workspace = try Workspace("shop")
        if !isFirst { try await workspace.publishShop("1.0.0") }
        let endings = try await endings(of: ["One", "One", "One", "One"], "1.1.0", in: workspace)
        #expect(endings == [.holds, .holds, .holds, .holds])
        #expect(try await workspace.publishShop("1.1.0", title: "One").output.hasSuffix(": already published, nothing to do\n"))
    }

    @Test("in several processes that differ, holds in one of them alone")
    func against() async throws {
        let workspace = try Workspace("shop")
        let endings = try await endings(of: ["One", "Two", "Three", "Four"], "1.0.0", in: workspace)
        #expect(endings.count { $0 == .holds } == 1)
        #expect(endings.count { $0 == .findings } == 3)
        let files = try workspace.files(below: "published")
        #expect(files.count == 5)
        #expect(files["shop/openapi.json"]?.bytes == files["shop/1.0.0/openapi.json"]?.bytes)
    }

    /// The endings of processes that publish at the same time, each a contract with a title of its own.
    private func endings(of titles: [String], _ version: String, in workspace: Workspace) async throws -> [CommandEnding] {
        var runs: [CommandRun] = []
        for (number, title) in titles.enumerated() {
            try workspace.writeShop(version, title: title)
            try workspace.write(workspace.text("spec/shop.yaml"), to: "run\(number)/shop.yaml")
            let arguments = ["publish", "run\(number)/shop.yaml", "--to", "published"]
            runs.append(
                CommandRun(
                    executable: try BuiltExecutable.url("charter"),
                    arguments: arguments,
                    directory: workspace.folder,
                    streams: workspace.url("run\(number)")
                )
            )
        }
        return try await withThrowingTaskGroup(of: CommandEnding.self) { group in
            for run in runs { group.addTask { try await run.result().ending } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }
}
