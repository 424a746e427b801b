import Foundation
import Testing

/// Nothing here rests on permissions, since tests may run as root.
@Suite("charter publish ends with 3 where the machine refuses")
struct PublishImpossibleTests {
    @Test("to make a folder where a file stands", arguments: ["published", "published/apis", "published/a/b"])
    func rootIsFile(_ folder: String) async throws {
        let workspace = try Workspace("shop")
        try workspace.write("mine\n", to: "published")
        let run = try await workspace.charter("publish", "--to", folder)
        #expect(run.ending == .impossible)
        #expect(run.output.isEmpty)
        let reason = folder == "published" ? "File exists" : "Not a directory"
        #expect(
            run.errors == "error: \(folder) cannot be written: \(reason): move away what stands there, or publish to another folder\n"
        )
        #expect(try workspace.text("published") == "mine\n")
    }

    @Test("a name that is too long for it")
    func longVersion() async throws {
        let workspace = try Workspace("shop")
        let version = "1.0.\(String(repeating: "9", count: 300))"
        let run = try await workspace.publishShop(version)
        #expect(run.ending == .impossible)
        #expect(run.errors.hasSuffix(" cannot be written: File name too long\n"))
        #expect(try workspace.files(below: "published").isEmpty)
        #expect(try await workspace.publishShop("1.0.0").ending == .holds)
    }

    @Test("to read a contract that is not there")
    func unreadable() async throws {
        let workspace = try Workspace("shop")
        let run = try await workspace.charter("publish", "spec/shop.yaml", "spec/missing.yaml", "--to", "published")
        #expect(run.ending == .impossible)
        #expect(run.errors == "error: spec/missing.yaml cannot be read: No such file or directory\n")
        #expect(!workspace.exists("published"))
    }
}
