import Foundation
import Testing

/// What the machine would not do.
///
/// Nothing here rests on permissions, since tests may run as root.
@Suite("What cannot be done ends with 3")
struct ImpossibleTests {
    @Test("reading a contract that is not there", arguments: ["generate", "lint"])
    func unreadable(_ command: String) async throws {
        let workspace = try Workspace("shop")
        for path in ["spec/missing.yaml", "missing/", ""] {
            let run = try await workspace.charter(command, "spec/shop.yaml", path)
            #expect(run.ending == .impossible)
            #expect(run.output.isEmpty)
            #expect(run.errors.hasPrefix("error: \(path) cannot be read: "))
        }
        #expect(!workspace.exists("Generated"))
    }

    @Test("says in words what the system answered")
    func reason() async throws {
        let workspace = try Workspace("shop")
        #expect(try await workspace.charter("lint", "no.yaml").errors == "error: no.yaml cannot be read: No such file or directory\n")
    }

    @Test("writing below a file")
    func outputIsFile() async throws {
        let workspace = try Workspace("shop")
        try workspace.write("mine\n", to: "Generated")
        let run = try await workspace.charter("generate")
        #expect(run.ending == .impossible)
        #expect(run.errors.hasPrefix("error: Generated/Shop/"))
        #expect(try workspace.text("Generated") == "mine\n")
    }

    @Test("writing where a file has the name of the API's folder")
    func folderIsFile() async throws {
        let workspace = try Workspace("shop")
        try workspace.write("mine\n", to: "Generated/Shop")
        for check in [[], ["--check"]] {
            let run = try await workspace.charter(["generate"] + check)
            #expect(run.ending == .impossible)
            #expect(run.errors.hasPrefix("error: Generated/Shop cannot be read: "))
        }
        #expect(try workspace.text("Generated/Shop") == "mine\n")
    }

    @Test("reading templates from a folder that is not there, or is a file", arguments: ["missing", "spec/shop.yaml"])
    func templates(_ folder: String) async throws {
        let workspace = try Workspace("shop")
        let run = try await workspace.charter("generate", "--templates", folder)
        #expect(run.ending == .impossible)
        #expect(run.errors.hasPrefix("error: \(folder) cannot be read"))
        #expect(!workspace.exists("Generated"))
    }

    @Test("printing to a full disk", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")), arguments: ["generate", "lint"])
    func fullDisk(_ command: String) async throws {
        let workspace = try Workspace("shop")
        let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
        let run = try await workspace.charter(command, output: full)
        #expect(run.ending == .impossible)
        #expect(run.errors == "error: standard output cannot be written: No space left on device\n")
    }

    @Test("reading a template that is not UTF-8")
    func template() async throws {
        let workspace = try Workspace("shop")
        try workspace.write("", to: "templates/Models/Type.swift.mustache")
        try Data([0xFF, 0xFE]).write(to: workspace.url("templates/Models/Type.swift.mustache"))
        let run = try await workspace.charter("generate", "--templates", "templates")
        #expect(run.ending == .impossible)
        #expect(run.errors == "error: templates/Models/Type.swift.mustache cannot be read as UTF-8\n")
    }
}
