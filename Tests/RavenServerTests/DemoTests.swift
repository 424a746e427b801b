import CharterClient
import CharterConformance
import CharterRuntime
import Foundation
import RavenAPIClient
import RavenModels
import RunningPrograms
import Testing

/// What the fixtures of a demonstration say is so.
@Suite("Demonstration of Raven Cloud")
struct DemoTests {
    /// A plan's day has more messages than checks send.
    private static let unchecked =
        [
            "body-before-quotas", "idempotency-before-quotas", "limit", "limit-passes", "limit-of-others", "limit-shared", "limit-window",
            "limit-of-other-plans", "limit-of-replays", "limit-of-failures",
        ].map { "sendMessage/\($0)/messages" }
        // No person of the demonstration is in two tenants.
        + ["listKeys", "createKey", "revokeKey"].map { "\($0)/role-elsewhere" }

    @Test("conforms to the contract over a socket, and all but the day of a plan is checked")
    func conforms() async throws {
        let raven = try await RunningRaven.demonstration()
        let document = URL(fileURLWithPath: #filePath)
            .appending(path: "../../../spec/published/raven/\(APIDescription.raven.version)/openapi.json").standardized
        let server = ServerUnderTest(transport: HTTPClientTransport.shared, fixtures: try #require(raven.fixtures))
        let results = try await ConformanceSuite(.raven, server: server, document: Array(Data(contentsOf: document))).run()
        for result in results where result.outcome == .failed {
            Issue.record("\(result.name): \(result.expected), but \(result.actual)")
        }
        // A busy machine may be too slow to reach what is allowed within a minute.
        let hurried = APIDescription.raven.limits.filter { $0.seconds.map { $0 <= 60 } ?? false }.map(\.name)
        let unchecked = results.filter { result in
            result.outcome == .unchecked && !hurried.contains { result.name.split(separator: "/").contains(Substring($0)) }
        }
        #expect(unchecked.map(\.name) == Self.unchecked, "\(unchecked.map(\.actual))")
        #expect(results.count { $0.outcome == .passed } >= 470)
    }

    @Test("each credential is as good as its state, and as its roles")
    func credentials() async throws {
        let raven = try await RunningRaven.demonstration()
        let fixtures = try #require(raven.fixtures)
        #expect(fixtures.tenants.prefix(2) == ["acme-co", "birch-house"])
        #expect(fixtures.suspended == ["cedar-mill"])
        let kinds = Set(fixtures.credentials.map { "\($0.tenant) \($0.kind) \($0.roles?.joined() ?? "") \($0.state)" })
        for tenant in ["acme-co", "birch-house"] {
            for state in ["valid", "revoked", "expired"] {
                for kind in ["live ", "bearer owner", "bearer member"] { #expect(kinds.contains("\(tenant) \(kind) \(state)")) }
            }
        }
        for entry in fixtures.credentials {
            let good = entry.state == .valid ? (entry.tenant == "cedar-mill" ? "403" : nil) : "401"
            if let key = entry.headers["X-Raven-Key"] {
                let service = try raven.service(key: key)
                let status = await refusal { () throws(ClientError) in try await service.listMessages(limit: 1).first() }
                #expect(status == good, "\(entry.tenant)")
            } else {
                let token = String(try #require(entry.headers["Authorization"]).dropFirst("Bearer ".count))
                let person = try raven.person(token: token, in: entry.tenant)
                let mayRead = good ?? (entry.roles == [] ? "403" : nil)
                let list = await refusal { () throws(ClientError) in try await person.listKeys(limit: 1).first() }
                #expect(list == mayRead, "\(entry.tenant)")
                let may = good ?? (entry.roles == ["owner"] ? nil : "403")
                let wish = TenantKeyCreate(name: "Demo")
                #expect(await refusal { () throws(ClientError) in try await person.createKey(body: wish) } == may, "\(entry.tenant)")
            }
        }
    }

    @Test("its parameters name what is there, and its bodies are taken")
    func parameters() async throws {
        let raven = try await RunningRaven.demonstration()
        for tenant in ["acme-co", "birch-house"] {
            let (service, owner) = (try raven.service(tenant), try raven.person(of: tenant))
            #expect(try await service.getMessage(id: raven.parameter("getMessage", of: tenant)).status != .queued)
            #expect(try await owner.getTenant(id: raven.parameter("getTenant", of: tenant)).slug == tenant)
            #expect(try await owner.revokeKey(id: raven.parameter("revokeKey", of: tenant)).revokedAt != nil)
            let body = try #require(raven.fixtures?.bodies?[tenant]?["createTenant"])
            let wish = try JSONCoding.decode(TenantCreate.self, from: JSONCoding.encode(body))
            #expect(try await owner.createTenant(body: wish).slug == wish.slug)
        }
    }

    @Test("it begins anew when it is reset: data, limits, spool and clock")
    func reset() async throws {
        let raven = try await RunningRaven.demonstration()
        let service = try raven.service()
        let before = try await service.listMessages(limit: 200).all()
        let message = try await service.sendMessage(body: MessageCreate(channel: .sms, to: "+351912345678", text: "Gone"))
        _ = try await raven.person().createTenant(body: TenantCreate(name: "Gone", slug: "gone"))
        #expect(try await comes { try await service.getMessage(id: message.id).status == .delivered })
        try await raven.advanceClock(bySeconds: 90_000)
        try await raven.reset()
        #expect(try await service.listMessages(limit: 200).all() == before)
        #expect(try await raven.person().listTenants().all().map(\.slug).contains("gone") == false)
        #expect(raven.folder.spooled("sms") == [])
    }

    @Test("its clock moves limits and tokens on")
    func clock() async throws {
        let raven = try await RunningRaven.demonstration()
        let ada = try raven.person()
        for _ in 1...60 { #expect(await refusal { () throws(ClientError) in try await ada.getMe() } == nil) }
        #expect(await refusal { () throws(ClientError) in try await ada.getMe() } == "429")
        try await raven.advanceClock(bySeconds: 61)
        #expect(await refusal { () throws(ClientError) in try await ada.getMe() } == nil)
        try await raven.advanceClock(bySeconds: 2 * 86_400)
        #expect(await refusal { () throws(ClientError) in try await ada.getMe() } == "401")
    }

    @Test("the command serves it within a second, and says how to call it")
    func command() async throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "fixtures.json")
        let demo = try await RavenTool(in: folder).serve("--demo", "--fixtures", file.path)
        let fixtures = try JSONCoding.decode(Fixtures.self, from: Array(Data(contentsOf: file)))
        #expect(fixtures.baseURL == demo.baseURL)
        let key = try #require(fixtures.credentials.first { $0.kind == "live" && $0.state == .valid }?.headers["X-Raven-Key"])
        let service = RavenClient(key: try LiveKey(key), baseURL: demo.baseURL)
        #expect(try await service.listMessages(limit: 200).first().items.count == 200)
        #expect(!FileManager.default.fileExists(atPath: folder.database))
        demo.process.terminate()
        let ending = try await demo.process.ending
        #expect(ending.status == 0)
        let calls = ["curl -H 'X-Raven-Key: rk_live_", "curl -H 'Authorization: Bearer "]
        #expect(ending.lines.count == 3)
        for (line, call) in zip(ending.lines.dropFirst(), calls) {
            #expect(line.hasPrefix(call) && line.contains(" '\(demo.baseURL)/"), "\(line)")
        }
    }
}
