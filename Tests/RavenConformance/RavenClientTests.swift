import CharterClient
import CharterRuntime
import RavenAPIClient
import RavenModels
import Testing

/// The generated client against the generated routes.
///
/// `RavenClient<LiveKey>` has no `createKey`, and `RavenClient<PersonToken>` no `sendMessage`: such lines do not compile.
@Suite("Generated client of Raven")
struct RavenClientTests {
    private let callers: RavenCallers

    init() throws {
        callers = try RavenCallers()
    }

    @Test("says who calls, and names the tenant where the key does not")
    func credentials() async throws {
        _ = try await callers.service().getMessage(id: Landmarks.acme.message)
        #expect(callers.transport["X-Raven-Key"] == SampleKey(tenant: "acme-co").text)
        #expect(["Authorization", "X-App-Name", "X-Tenant-Slug"].allSatisfy { callers.transport[$0] == nil })
        let ada = try callers.person(.ada)
        _ = try await ada.listKeys().first()
        #expect(callers.transport["Authorization"] == "Bearer \(Account.ada.token)")
        #expect(callers.transport["X-App-Name"] == "raven-cloud")
        #expect(callers.transport["X-Tenant-Slug"] == "acme-co")
        #expect(callers.transport["X-Raven-Key"] == nil)
    }

    @Test("names no tenant where an endpoint has nothing to do with one")
    func agnostic() async throws {
        let ada = try callers.person(.ada)
        let me = try await ada.getMe()
        #expect(me == Account.ada.person)
        #expect(callers.transport["X-App-Name"] == "raven-cloud")
        #expect(callers.transport["X-Tenant-Slug"] == nil)
        #expect(try await ada.getTenant(id: Landmarks.cedar.id).status == .suspended)
        #expect(callers.transport["X-Tenant-Slug"] == nil)
    }

    @Test("sends nothing where it is not told the tenant")
    func tenantMissing() async throws {
        let client = RavenClient(
            key: try PersonToken(Account.ada.token),
            headers: ["X-App-Name": "raven-cloud"],
            transport: callers.transport
        )
        let error = await #expect(throws: ClientError.self) { try await client.createKey(body: TenantKeyCreate(name: "Shop")) }
        guard case .unsendable? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(callers.transport.count == 0)
    }

    @Test("reads a list page by page, the newest first")
    func list() async throws {
        var messages: [Message] = []
        for try await message in try callers.service().listMessages(limit: 100) { messages.append(message) }
        #expect(callers.transport.count == 3)
        #expect(messages.count == 231)
        #expect(Set(messages.map(\.id)).count == 231)
        #expect(zip(messages, messages.dropFirst()).allSatisfy { $0.createdAt >= $1.createdAt })
        #expect(messages.last?.id == Landmarks.acme.message)
    }

    @Test("goes on where it was, whatever was sent meanwhile")
    func listInMotion() async throws {
        let service = try callers.service()
        let first = try await service.listMessages(limit: 2).first()
        let cursor = try #require(first.next)
        _ = try await service.sendMessage(body: MessageCreate(channel: .sms, to: "+351912345678", text: "New"))
        let second = try await service.listMessages(limit: 2, cursor: cursor).first()
        let all = try await service.listMessages(limit: 5).first()
        #expect(all.items.first?.text == "New")
        #expect(first.items + second.items == Array(all.items.dropFirst()))
    }

    @Test("has 50 items on a page by itself, and no cursor on the last")
    func pageSize() async throws {
        let page = try await callers.person(.ada).listKeys().first()
        #expect(page.items.count == 50)
        let cursor = try #require(page.next)
        let rest = try await callers.person(.ada).listKeys(cursor: cursor).first()
        #expect(rest.items.count == 11)
        #expect(rest.next == nil)
        #expect(try await callers.person(.ada).listTenants().first().items.map(\.slug) == ["cedar-mill", "acme-co"])
    }

    @Test("sends a message once for each of the caller's own identifiers")
    func send() async throws {
        let service = try callers.service()
        let wish = MessageCreate(channel: .email, to: "ines@example.org", subject: "Your order", text: "It is on its way.")
        let message = try await service.sendMessage(body: wish, idempotencyKey: "order-AC-1042")
        #expect(callers.transport.last?.body?["idempotency_key"] == .string("order-AC-1042"))
        #expect(message.status == .queued)
        #expect(message.createdAt == InMemoryRaven.now)
        #expect(try await service.getMessage(id: message.id) == message)
    }

    @Test("tells calls apart by itself where the caller does not")
    func freshKeys() async throws {
        let service = try callers.service()
        var keys: Set<JSONValue> = []
        for _ in 1...2 {
            _ = try await service.sendMessage(body: MessageCreate(channel: .sms, to: "+351912345678", text: "Hello"))
            keys.insert(try #require(callers.transport.last?.body?["idempotency_key"]))
        }
        #expect(keys.count == 2)
    }

    @Test("creates a tenant, whose maker works on its data at once")
    func createTenant() async throws {
        let tenant = try await callers.person(.ada).createTenant(body: TenantCreate(name: "Dune Lab", slug: "dune-lab"))
        #expect(tenant.status == .active)
        #expect(try await callers.person(.ada).getMe().tenants.map(\.tenant) == ["acme-co", "cedar-mill", "dune-lab"])
        let key = try await callers.person(.ada, in: "dune-lab").createKey(body: TenantKeyCreate(name: "First"))
        #expect(try await callers.person(.ada, in: "dune-lab").listKeys().first().items == [key.details])
        #expect(try await callers.person(.ada, in: "acme-co").listKeys(limit: 200).first().items.count == 61)
        #expect(try await callers.service(key: key.key).listMessages().first().items == [])
    }

    @Test("creates a key that is shown once, and revokes it")
    func keys() async throws {
        let ada = try callers.person(.ada)
        let created = try await ada.createKey(body: TenantKeyCreate(name: "Shop back end", rateLimitRpm: 120))
        #expect(created.details.rateLimitRpm == 120)
        #expect(created.key.hasPrefix(created.details.prefix))
        let service = try callers.service(key: created.key)
        #expect(try await service.getMessage(id: Landmarks.acme.message).status == .delivered)
        #expect(try await ada.listKeys(limit: 1).first().items == [created.details])

        let revoked = try await ada.revokeKey(id: created.details.id)
        #expect(revoked.revokedAt == InMemoryRaven.now)
        #expect(try await ada.revokeKey(id: created.details.id) == revoked)
        #expect(await refusal { () throws(ClientError) in try await service.getMessage(id: Landmarks.acme.message) } == "401")
    }
}
