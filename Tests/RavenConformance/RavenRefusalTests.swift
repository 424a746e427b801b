import CharterClient
import CharterRuntime
import RavenAPIClient
import RavenModels
import Testing

/// What the generated client makes of the generated routes' errors.
@Suite("Generated client of Raven, refused")
struct RavenRefusalTests {
    private let callers: RavenCallers

    init() throws {
        callers = try RavenCallers()
    }

    @Test("a slug is given once", arguments: ["acme-co", "birch-house"])
    func slugTaken(_ slug: String) async throws {
        let ada = try callers.person(.ada)
        do {
            _ = try await ada.createTenant(body: TenantCreate(name: "Another", slug: slug))
            Issue.record("a slug was given twice")
        } catch .refused(let status, let problem, _) {
            #expect(status == 409)
            #expect(problem.detail == "The slug is taken.")
        }
        // What was refused has changed nothing.
        #expect(try await ada.getMe() == Account.ada.person)
    }

    @Test("members read keys, and neither make nor revoke them")
    func role() async throws {
        let ben = try callers.person(.ben)
        #expect(try await ben.listKeys(limit: 1).first().items.count == 1)
        #expect(await refusal { () throws(ClientError) in try await ben.createKey(body: TenantKeyCreate(name: "Mine")) } == "403")
        #expect(await refusal { () throws(ClientError) in try await ben.revokeKey(id: Landmarks.acme.key) } == "403")
        #expect(try await callers.person(.ada).listKeys(limit: 200).first().items.allSatisfy { $0.revokedAt == nil })
    }

    @Test("another tenant's slug is no one's, and another tenant's data nowhere")
    func foreign() async throws {
        let cleo = try callers.person(.cleo, in: Landmarks.acme.slug)
        #expect(await refusal { () throws(ClientError) in try await cleo.listKeys().first() } == "404")
        #expect(await refusal { () throws(ClientError) in try await cleo.createKey(body: TenantKeyCreate(name: "Hers")) } == "404")
        let nobody = try callers.person(.cleo, in: "nobody")
        #expect(await refusal { () throws(ClientError) in try await nobody.listKeys().first() } == "404")
        let home = try callers.person(.cleo, in: Landmarks.birch.slug)
        #expect(await refusal { () throws(ClientError) in try await home.revokeKey(id: Landmarks.acme.key) } == "404")
        #expect(await refusal { () throws(ClientError) in try await home.getTenant(id: Landmarks.acme.id) } == "404")
        let service = try callers.service(.birch)
        #expect(await refusal { () throws(ClientError) in try await service.getMessage(id: Landmarks.acme.message) } == "404")
    }

    @Test("a suspended tenant is served to nobody")
    func suspended() async throws {
        let service = try callers.service(.cedar)
        #expect(await refusal { () throws(ClientError) in try await service.listMessages().first() } == "403")
        #expect(await refusal { () throws(ClientError) in try await service.getMessage(id: Landmarks.cedar.message) } == "403")
        let wish = MessageCreate(channel: .sms, to: "+351912345678", text: "Hello")
        #expect(await refusal { () throws(ClientError) in try await service.sendMessage(body: wish) } == "403")
        let owner = try callers.person(.ada, in: Landmarks.cedar.slug)
        #expect(await refusal { () throws(ClientError) in try await owner.listKeys().first() } == "403")
        #expect(await refusal { () throws(ClientError) in try await owner.createKey(body: TenantKeyCreate(name: "Late")) } == "403")
        #expect(await refusal { () throws(ClientError) in try await owner.revokeKey(id: Landmarks.cedar.key) } == "403")
        #expect(await refusal { () throws(ClientError) in try await owner.getMe() } == nil)
    }

    @Test("a cursor belongs to its list and its tenant, and bears no change")
    func cursors() async throws {
        let cursor = try #require(try await callers.service().listMessages(limit: 1).first().next)
        let acme = try callers.service()
        let birch = try callers.service(.birch)
        let ada = try callers.person(.ada)
        let swapped = String(cursor.prefix(20)) + (cursor.dropFirst(20).first == "A" ? "B" : "A") + String(cursor.dropFirst(21))
        #expect(await refusal { () throws(ClientError) in try await acme.listMessages(cursor: cursor).first() } == nil)
        #expect(await refusal { () throws(ClientError) in try await acme.listMessages(cursor: swapped).first() } == "400")
        #expect(await refusal { () throws(ClientError) in try await birch.listMessages(cursor: cursor).first() } == "400")
        #expect(await refusal { () throws(ClientError) in try await ada.listKeys(cursor: cursor).first() } == "400")
    }

    @Test("pages have up to 200 items", arguments: [(0, "400"), (1, nil), (200, nil), (201, "400")])
    func pageSizes(limit: Int, code: String?) async throws {
        let service = try callers.service()
        #expect(await refusal { () throws(ClientError) in try await service.listMessages(limit: limit).first() } == code)
    }
}
