import CharterClient
import CharterRuntime
import RavenAPIClient
import RavenModels
import Testing

/// Each endpoint as the generated client calls it, over a socket.
@Suite("Endpoints of Raven Cloud")
struct EndpointTests {
    @Test("a message is accepted, found again, and listed first")
    func messages() async throws {
        let raven = try await RunningRaven.demonstration()
        let service = try raven.service()
        let wish = MessageCreate(channel: .email, to: "ines@example.org", subject: "Grüße", text: "Zeile\n\u{0}zwei 🎈")
        let message = try await service.sendMessage(body: wish)
        #expect(message.status == .queued)
        #expect(message.createdAt.nanoseconds % 1_000_000 == 0)
        let found = try await service.getMessage(id: message.id)
        #expect([found.to, found.subject, found.text] == [wish.to, wish.subject, wish.text])
        #expect(found.createdAt == message.createdAt)
        let page = try await service.listMessages(limit: 1).first()
        #expect(page.items.map(\.id) == [message.id])
    }

    @Test("a list is walked to its end, the newest first, whatever comes meanwhile")
    func walk() async throws {
        let raven = try await RunningRaven.demonstration()
        let service = try raven.service()
        let whole = try await service.listMessages(limit: 200).all()
        #expect(whole.count == 240)
        #expect(zip(whole, whole.dropFirst()).allSatisfy { $0.createdAt >= $1.createdAt })
        let first = try await service.listMessages(limit: 7).first()
        _ = try await service.sendMessage(body: MessageCreate(channel: .sms, to: "+351912345678", text: "New"))
        let cursor = try #require(first.next)
        let second = try await service.listMessages(limit: 7, cursor: cursor).first()
        #expect(first.items + second.items == Array(whole.prefix(14)))
    }

    @Test("messages are listed in the reverse of the order in which they came")
    func order() async throws {
        let raven = try await RunningRaven.demonstration()
        let service = try raven.service()
        var sent: [UniqueID] = []
        for number in 0..<20 {
            sent.append(try await service.sendMessage(body: MessageCreate(channel: .sms, to: "+351912345678", text: "\(number)")).id)
        }
        let pages = try await service.listMessages(limit: 3).all(atMost: 20)
        #expect(pages.map(\.id) == sent.reversed())
    }

    @Test("a person sees who they are, and the tenants they act for")
    func people() async throws {
        let raven = try await RunningRaven.demonstration()
        let ada = try raven.person()
        let me = try await ada.getMe()
        #expect(me.name == "Ada Vale")
        #expect(me.tenants.map(\.tenant) == ["acme-co", "cedar-mill", "elm-street-bakery"])
        #expect(me.tenants.allSatisfy { $0.role == "owner" })
        let tenants = try await ada.listTenants(limit: 1).all()
        #expect(Set(tenants.map(\.slug)) == Set(me.tenants.map(\.tenant)))
        #expect(zip(tenants, tenants.dropFirst()).allSatisfy { $0.createdAt >= $1.createdAt })
        for tenant in tenants { #expect(try await ada.getTenant(id: tenant.id) == tenant) }
        #expect(tenants.first { $0.slug == "cedar-mill" }?.status == .suspended)
    }

    @Test("whoever makes a tenant owns it at once")
    func createTenant() async throws {
        let raven = try await RunningRaven.demonstration()
        let ben = try raven.person("member")
        let tenant = try await ben.createTenant(body: TenantCreate(name: "Dune\u{0}Lab", slug: "dune-lab"))
        #expect(tenant.name == "Dune\u{0}Lab")
        #expect(tenant.status == .active)
        #expect(try await ben.getTenant(id: tenant.id) == tenant)
        #expect(try await ben.getMe().tenants.last == Membership(tenant: "dune-lab", role: "owner"))
        let home = try raven.person("member", in: "dune-lab")
        let key = try await home.createKey(body: TenantKeyCreate(name: "First"))
        #expect(try await home.listKeys().first().items == [key.details])
        #expect(try await raven.service(key: key.key).listMessages().first().items == [])
    }

    @Test("a slug is given once, and the one who is refused has made nothing")
    func slugTaken() async throws {
        let raven = try await RunningRaven.demonstration()
        let ada = try raven.person()
        let before = try await ada.getMe()
        let status = await refusal { () throws(ClientError) in
            try await ada.createTenant(body: TenantCreate(name: "Mine", slug: "birch-house"))
        }
        #expect(status == "409")
        #expect(try await ada.getMe() == before)
    }

    @Test("a key is shown once, has its own rate, and ends when it is revoked")
    func keys() async throws {
        let raven = try await RunningRaven.demonstration()
        let ada = try raven.person()
        let created = try await ada.createKey(body: TenantKeyCreate(name: "T\u{0}ll", rateLimitRpm: 3))
        #expect(created.key.hasPrefix(created.details.prefix))
        #expect(created.details.name == "T\u{0}ll")
        #expect(try await ada.listKeys(limit: 1).first().items == [created.details])
        let service = try raven.service(key: created.key)
        for _ in 1...3 { #expect(await refusal { () throws(ClientError) in try await service.listMessages(limit: 1).first() } == nil) }
        #expect(await refusal { () throws(ClientError) in try await service.listMessages(limit: 1).first() } == "429")

        let revoked = try await ada.revokeKey(id: created.details.id)
        #expect(revoked.revokedAt != nil)
        #expect(try await ada.revokeKey(id: created.details.id) == revoked)
        #expect(await refusal { () throws(ClientError) in try await service.listMessages(limit: 1).first() } == "401")
    }

    @Test("keys are listed the newest first, each once")
    func listKeys() async throws {
        let raven = try await RunningRaven.demonstration()
        let ada = try raven.person()
        let whole = try await ada.listKeys(limit: 200).first().items
        #expect(whole.count > 20)
        #expect(zip(whole, whole.dropFirst()).allSatisfy { $0.createdAt >= $1.createdAt })
        #expect(try await ada.listKeys(limit: 4).all() == whole)
        #expect(whole.contains { $0.revokedAt != nil })
        #expect(whole.contains { $0.rateLimitRpm == 600 })
    }

    @Test("what is not there, or not there any more, is 404")
    func missing() async throws {
        let raven = try await RunningRaven.demonstration()
        let ada = try raven.person()
        let service = try raven.service()
        #expect(await refusal { () throws(ClientError) in try await service.getMessage(id: UniqueID()) } == "404")
        #expect(await refusal { () throws(ClientError) in try await ada.getTenant(id: UniqueID()) } == "404")
        #expect(await refusal { () throws(ClientError) in try await ada.revokeKey(id: UniqueID()) } == "404")
    }

    @Test("a channel that the contract does not have is refused, and nothing is queued")
    func unknownChannel() async throws {
        let raven = try await RunningRaven.demonstration()
        let service = try raven.service()
        let wish = MessageCreate(channel: .unknown("fax"), to: "1", text: "x")
        #expect(await refusal { () throws(ClientError) in try await service.sendMessage(body: wish) } == "400")
        #expect(try await service.listMessages(limit: 200).all().count == 240)
    }
}

extension AsyncSequence where Element: Sendable {
    /// The items of the whole list, or the first of them.
    func all(atMost count: Int = .max) async throws -> [Element] {
        var items: [Element] = []
        for try await item in self {
            items.append(item)
            if items.count == count { break }
        }
        return items
    }
}
