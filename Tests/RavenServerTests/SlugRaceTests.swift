import CharterClient
import CharterRuntime
import RavenAPIClient
import RavenModels
import Testing

@Suite("Slugs of tenants")
struct SlugRaceTests {
    @Test("of 50 people at once who want a slug one has it, and the others are told so")
    func race() async throws {
        let raven = try await RunningRaven.demonstration()
        let people = [try raven.person(), try raven.person("member"), try raven.person(of: "birch-house")]
        let outcomes = await withTaskGroup(of: String?.self) { group in
            for number in 0..<50 {
                group.addTask {
                    await refusal { () throws(ClientError) in
                        try await people[number % 3].createTenant(body: TenantCreate(name: "Racer \(number)", slug: "gorse-farm"))
                    }
                }
            }
            return await group.reduce(into: [String?]()) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == nil } == 1)
        #expect(outcomes.count { $0 == "409" } == 49)
        // One person owns it, and nothing is left of the others' attempts.
        var owners = 0
        for person in people { owners += try await person.getMe().tenants.count { $0 == Membership(tenant: "gorse-farm", role: "owner") } }
        #expect(owners == 1)
        let rows = try raven.folder.rows("SELECT count(*), (SELECT count(*) FROM tenants) FROM tenants WHERE slug = 'gorse-farm'")
        #expect(rows == [["1", "6"]])
    }
}
