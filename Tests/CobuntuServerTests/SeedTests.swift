import CharterRuntime
import CharterService
import CharterSQLite
import CobuntuServer
import Foundation
import GRDB
import Testing

@Suite("The data set")
struct SeedTests {
    /// Everything in a database that was filled with a present.
    private func contents(seededAt instant: String) async throws -> [String] {
        try await withFolder { folder in
            let path = folder.appending(path: "cobuntu.sqlite").path
            let ending = try await CobuntuProcess.run(["seed", "--database", path, "--at", instant])
            #expect(ending.status == 0, "\(ending.errors)")
            #expect(ending.output == "my-community\nharbour-kitchen\n")
            return try DatabaseQueue(path: path).contents()
        }
    }

    @Test("is the same whenever its present is")
    func deterministic() async throws {
        let first = try await contents(seededAt: "2026-09-30T00:00:00Z")
        #expect(first.count > 1_000)
        #expect(try await contents(seededAt: "2026-09-30T00:00:00Z") == first)
        #expect(try await contents(seededAt: "2026-10-01T00:00:00Z") != first)
    }

    @Test("goes into an empty database alone")
    func onlyOnce() async throws {
        try await withFolder { folder in
            let path = folder.appending(path: "cobuntu.sqlite").path
            #expect(try await CobuntuProcess.run(["seed", "--database", path]).status == 0)
            let before = try DatabaseQueue(path: path).contents()
            let again = try await CobuntuProcess.run(["seed", "--database", path])
            #expect(again.status == 1)
            #expect(again.errors.contains("there are communities in the database already"))
            #expect(try DatabaseQueue(path: path).contents() == before)
        }
    }
}
