import Foundation
import GoldenFiles
import Testing

@Suite("--format")
struct FormatTests {
    private static func faulty() throws -> Workspace {
        let workspace = try Workspace("shop", "library")
        try workspace.edit("spec/shop.yaml", "type: State", "type: Stat")
        try workspace.edit("spec/library.yaml", "returns: Book", "returns: Bock")
        return workspace
    }

    @Test("writes the faults of all contracts to standard output", arguments: ["json", "github"])
    func lint(_ format: String) async throws {
        let run = try await Self.faulty().charter("lint", "--format", format)
        #expect(run.ending == .findings)
        #expect(run.errors.isEmpty)
        try GoldenFile("cases/format/lint-\(format).txt").expect(run.transcript)
    }

    @Test("is one array of JSON whatever is found")
    func array() async throws {
        let sound = try await Workspace("shop").charter("lint", "--format", "json")
        #expect(sound.transcript == "# exit(0)\n# output\n[]\n")
        let faulty = try Self.faulty()
        for arguments in [["lint"], ["generate", "--check"], ["lint", "--quiet"]] {
            let run = try await faulty.charter(arguments + ["--format", "json"])
            #expect(run.ending == .findings)
            let array = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]]
            #expect(array?.compactMap { $0["file"] as? String } == ["spec/library.yaml", "spec/shop.yaml"])
        }
    }

    @Test("leaves warnings out of a quiet run", arguments: ["json", "github"])
    func quiet(_ format: String) async throws {
        let workspace = try Workspace("shop")
        try workspace.edit("spec/shop.yaml", "      id: { type: uuid, about: Names the order. }", "      id: uuid")
        let loud = try await workspace.charter("lint", "--format", format)
        #expect(loud.output.contains("missing-description"))
        let quiet = try await workspace.charter("lint", "--format", format, "--quiet")
        #expect(quiet.output == (format == "json" ? "[]\n" : ""))
    }

    @Test("names the files that differ from the contract, at their first line that does", arguments: ["json", "github"])
    func drift(_ format: String) async throws {
        let workspace = try Workspace("shop")
        try await workspace.charter("generate")
        try workspace.edit("Generated/Shop/Client/ShopKey.swift", "public let text", "public var text")
        try workspace.delete("Generated/Shop/Models/Order.swift")
        try workspace.write("", to: "Generated/Shop/Notes.md")
        try workspace.write("", to: "Generated/Elsewhere")
        let run = try await workspace.charter("generate", "--check", "--format", format)
        #expect(run.ending == .findings)
        try GoldenFile("cases/format/drift-\(format).txt").expect(run.transcript)
    }

    @Test(
        "goes with a check, and is one of three",
        arguments: [["generate", "--format", "json"], ["lint", "--format", "xml"], ["publish", "--to", "x", "--format", "json"]]
    )
    func usage(_ arguments: [String]) async throws {
        let run = try await Workspace("shop").charter(arguments)
        #expect(run.ending == .wrongUsage)
        #expect(run.output.isEmpty)
    }
}
