import CharterClient
import CharterRuntime
import CharterServer
import CharterService
import CharterSQLite
import GRDB
import HTTPTypes
import RavenAPIClient
import RavenModels
import RavenServer
import RunningPrograms
import Testing

extension ClientError {
    /// The seconds that a refusal for going too fast asks for.
    fileprivate var retryAfter: Int? {
        switch self {
        case .refused(429, _, let headers): headers[.retryAfter].flatMap { Int($0) }
        default: nil
        }
    }
}

/// 10,000 messages a day on the free plan; a day is the calendar's.
@Suite("Quota of messages")
struct QuotaTests {
    @Test("is exact, also of many at once, is one tenant's, and survives a restart")
    func exact() async throws {
        let folder = try TemporaryFolder()
        let secret = ServiceSecret.random()
        let keys = try await Self.prepare(folder)
        let first = try await RunningRaven(in: folder, secret: secret)
        try await Self.count(9_990, by: "acme-co", in: folder)
        let outcomes = await Self.send(25, try first.service(key: keys.acme))
        #expect(outcomes.count { $0 == nil } == 10)
        #expect(outcomes.count { $0 == "429" } == 15)
        #expect(await Self.send(1, try first.service(key: keys.birch)) == [nil])
        await first.end()

        let second = try await RunningRaven(in: folder, secret: secret)
        #expect(await Self.send(1, try second.service(key: keys.acme)) == ["429"])
        #expect(await Self.send(1, try second.service(key: keys.birch)) == [nil])
        // Reading uses none of it.
        #expect(try await second.service(key: keys.acme).listMessages(limit: 200).all().count { $0.text == "Counted" } == 10)
        await second.end()
    }

    @Test("is told with the time until the day is over, and there again the next day")
    func nextDay() async throws {
        let raven = try await RunningRaven.demonstration()
        let service = try raven.service()
        try await Self.count(10_000, by: "acme-co", in: raven.folder)
        let error = await #expect(throws: ClientError.self) { try await service.sendMessage(body: Self.message) }
        let seconds = try #require(error?.retryAfter)
        #expect((1...86_400).contains(seconds))
        try await raven.advanceClock(bySeconds: 86_400)
        #expect(await Self.send(1, service) == [nil])
    }

    @Test("is none of a plan that the contract does not limit, and comes back with the free one")
    func plans() async throws {
        let raven = try await RunningRaven.demonstration()
        let service = try raven.service()
        try await Self.count(10_000, by: "acme-co", in: raven.folder)
        #expect(await Self.send(1, service) == ["429"])
        #expect(try await RavenTool(raven).run("tenants", "plan", "acme-co", "none").status == 0)
        #expect(await Self.send(2, service) == [nil, nil])
        #expect(try await RavenTool(raven).run("tenants", "plan", "acme-co", "hatchling").status == 0)
        #expect(await Self.send(1, service) == ["429"])
    }

    @Test("counts what was sent today on a plan without it, once")
    func plansWithout() async throws {
        let raven = try await RunningRaven.demonstration()
        let (service, tool) = (try raven.service(), RavenTool(raven))
        try await Self.waitForRoomToday()
        #expect(await Self.send(5, service) == Array(repeating: nil, count: 5))
        #expect(try await tool.run("tenants", "plan", "acme-co", "none").status == 0)
        try await Self.write(9_990, of: "acme-co", in: raven.folder)
        #expect(await Self.send(3, service) == [nil, nil, nil])
        for _ in 1...2 { #expect(try await tool.run("tenants", "plan", "acme-co", "hatchling").status == 0) }
        #expect(await Self.send(4, service).count { $0 == nil } == 2)
        // More than the quota cannot be counted, and nothing of it is somebody else's.
        #expect(try await tool.run("tenants", "plan", "acme-co", "none").status == 0)
        #expect(await Self.send(3, service) == [nil, nil, nil])
        #expect(try await tool.run("tenants", "plan", "acme-co", "hatchling").status == 0)
        #expect(await Self.send(1, service) == ["429"])
        #expect(await Self.send(1, try raven.service("birch-house")) == [nil])
    }

    @Test("is not used by what is refused, repeated, or sent with a fault")
    func unused() async throws {
        let raven = try await RunningRaven.demonstration()
        let service = try raven.service()
        try await Self.count(9_999, by: "acme-co", in: raven.folder)
        let faulty = MessageCreate(channel: .sms, to: "", text: "x")
        for _ in 1...3 { #expect(await refusal { () throws(ClientError) in try await service.sendMessage(body: faulty) } == "400") }
        let message = try await service.sendMessage(body: Self.message, idempotencyKey: "last")
        #expect(try await service.sendMessage(body: Self.message, idempotencyKey: "last") == message)
        #expect(await Self.send(1, service) == ["429"])
        #expect(try await service.sendMessage(body: Self.message, idempotencyKey: "last") == message)
    }

    private static let message = MessageCreate(channel: .sms, to: "+351912345678", text: "Counted")

    /// The outcomes of so many calls at once.
    private static func send(_ count: Int, _ service: RavenClient<LiveKey>) async -> [String?] {
        await withTaskGroup(of: String?.self) { group in
            for _ in 0..<count {
                group.addTask { await refusal { () throws(ClientError) in try await service.sendMessage(body: message) } }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
    }

    /// Lets the day end where it soon does: what several programs count as sent today has to be of one day.
    private static func waitForRoomToday() async throws {
        let rest = 86_400 - Timestamp.now().secondsSinceEpoch % 86_400
        if rest < 300 { try await Task.sleep(for: .seconds(rest + 1)) }
    }

    /// Fills a database, and issues a key of two tenants.
    private static func prepare(_ folder: TemporaryFolder) async throws -> (acme: String, birch: String) {
        let raven = try await RavenDatabase(folder)
        var keys: [String] = []
        for tenant in ["acme-co", "birch-house"] {
            let draft = KeyDraft(service: "Test", tenant: tenant, rateLimitRpm: 100_000)
            keys.append(try await KeyIssuer(.raven).issue(draft, in: raven.store).text)
        }
        try await raven.store.close()
        return (keys[0], keys[1])
    }

    /// Counts messages as if so many had been sent today, of which enough is left for what a test sends then.
    private static func count(_ number: Int, by tenant: String, in folder: TemporaryFolder) async throws {
        try await waitForRoomToday()
        let raven = try await RavenDatabase(folder, isNew: false)
        let counting = LimitCounting(.raven, tenants: raven.storage)
        try await raven.store.withTransaction { transaction in
            _ = try await counting.count("messages", tenant: tenant, times: number, in: transaction)
        }
        try await raven.store.close()
    }

    /// Writes messages that a tenant has sent just now and that nobody counted.
    private static func write(_ number: Int, of tenant: String, in folder: TemporaryFolder) async throws {
        let raven = try await RavenDatabase(folder, isNew: false)
        try await raven.store.write { database in
            for _ in 0..<number {
                try database.execute(
                    sql: """
                        INSERT INTO messages (id, tenant, channel, recipient, text, status, created_at)
                        SELECT ?, number, 'sms', '123', 'x', 'delivered', ? FROM tenants WHERE slug = ?
                        """,
                    arguments: [UniqueID().description, Timestamp.now().milliseconds, tenant]
                )
            }
        }
        try await raven.store.close()
    }
}
