import Foundation
import GoldenFiles
import Testing

@Suite("charter lint")
struct LintTests {
    @Test("counts on standard output what a sound contract holds")
    func sound() async throws {
        let workspace = try Workspace("shop", "library")
        let run = try await workspace.charter("lint")
        #expect(run.ending == .holds)
        #expect(run.errors.isEmpty)
        try GoldenFile("cases/lint/sound.txt").expect(run.transcript)
    }

    @Test("holds with warnings alone, which stand on standard error")
    func warnings() async throws {
        let workspace = try Workspace("shop")
        try workspace.edit("spec/shop.yaml", "      id: { type: uuid, about: Names the order. }", "      id: uuid")
        let run = try await workspace.charter("lint")
        #expect(run.ending == .holds)
        try GoldenFile("cases/lint/warnings.txt").expect(run.transcript)
    }

    @Test("fails with errors, of every contract in one run")
    func errors() async throws {
        let workspace = try Workspace("shop", "library")
        try workspace.edit("spec/shop.yaml", "type: State", "type: Stat")
        try workspace.edit("spec/shop.yaml", "scope: READ", "scope: REED")
        try workspace.edit("spec/library.yaml", "returns: Book", "returns: Bock")
        let run = try await workspace.charter("lint")
        #expect(run.ending == .findings)
        try GoldenFile("cases/lint/errors.txt").expect(run.transcript)
    }

    @Test("writes nothing")
    func writesNothing() async throws {
        let workspace = try Workspace("shop")
        let before = try workspace.files()
        try await workspace.charter("lint")
        #expect(try workspace.files() == before)
    }

    @Test("says in one sentence what an OpenAPI document is", arguments: ["openapi: 3.1.0\ninfo: {}\n", "{ \"swagger\": \"2.0\" }\n"])
    func otherDocument(_ text: String) async throws {
        let workspace = try Workspace()
        try workspace.write(text, to: "api.yaml")
        let run = try await workspace.charter("lint", "api.yaml")
        #expect(run.ending == .findings)
        #expect(run.errors.components(separatedBy: ": error: ").count == 2)
        #expect(run.errors.contains("this is an OpenAPI document"))
        #expect(run.errors.contains("charter init"))
    }
}
