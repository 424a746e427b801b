import CharterRuntime
import CharterServer
import CharterService
import CharterSQLite
import RavenModels
import RavenServer
import RunningPrograms
import Testing

@Suite("Data set of Raven Cloud")
struct SeedTests {
    private static let tables = ["people", "tenants", "memberships", "messages", "deliveries", "charter_keys"]

    @Test("is the same in every database, to the last column")
    func deterministic() async throws {
        var contents: [[[[String]]]] = []
        for _ in 1...2 {
            let folder = try TemporaryFolder()
            let raven = try await RavenDatabase(folder)
            try await raven.store.close()
            contents.append(try Self.tables.map { try folder.rows("SELECT * FROM \($0) ORDER BY 1, 2") })
        }
        #expect(contents[0] == contents[1])
        #expect(contents[0].map(\.count) == [7, 5, 11, 392, 0, 34])
    }

    @Test("is as the contract has it, and all of it in the past")
    func valid() async throws {
        let folder = try TemporaryFolder()
        let raven = try await RavenDatabase(folder)
        for slug in try folder.rows("SELECT slug FROM tenants").map({ String($0[0].filter { $0 != "\"" }) }) {
            var page = CursorPage(limit: 200)
            repeat {
                let part = try await raven.storage.messages(of: slug, page)
                for message in part.items {
                    let value = try JSONCoding.decode(JSONValue.self, from: JSONCoding.encode(message))
                    #expect(APIDescription.raven.faults(of: value, against: .named("Message")).isEmpty)
                    #expect(message.createdAt < RavenDatabase.present)
                }
                page.cursor = part.next
            } while page.cursor != nil
            for key in try await raven.storage.keys(of: slug, CursorPage(limit: 200)).items {
                #expect(try #require(key.createdAt) < RavenDatabase.present)
                #expect(key.revokedAt ?? .init(secondsSinceEpoch: 0) < RavenDatabase.present)
            }
        }
    }

    @Test("is not written where there is something, by the command either")
    func command() async throws {
        let folder = try TemporaryFolder()
        let tool = RavenTool(in: folder)
        let first = try await tool.run("seed", "--at", "2026-09-30T00:00:00Z")
        #expect(first.status == 0)
        #expect(first.lines.first == "acme-co")
        let second = try await tool.run("seed")
        #expect(second.status == 1)
        #expect(second.errors.contains("there are tenants in the database already"))
        #expect(try folder.rows("SELECT count(*) FROM tenants") == [["5"]])
    }
}
