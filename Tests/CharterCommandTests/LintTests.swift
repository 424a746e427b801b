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
        try workspace.edit("spec/shop.yaml", ", about: How far it has come.", "")
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
}
