import CharterRuntime
import CharterServer
import CharterService
import CharterSQLite
import Foundation
import GRDB
import RavenModels
import RavenServer
import Testing

/// How much of the database is read, and what it refuses whoever writes.
@Suite("Raven's database")
struct StorageTests {
    private let folder: TemporaryFolder
    private let raven: RavenDatabase

    init() async throws {
        folder = try TemporaryFolder()
        raven = try await RavenDatabase(folder)
    }

    @Test("no question to it reads a table from end to end")
    func indexes() async throws {
        try await askEverything()
        let plans = try await raven.store.read { [statements = raven.statements.statements] database in
            // GRDB looks into the schema by itself.
            let asked = Set(statements).filter { !$0.contains("sqlite_master") && ($0.contains("FROM") || $0.contains("UPDATE")) }
            return try asked.flatMap { statement in
                try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(statement)").map { (statement, $0["detail"] as String) }
            }
        }
        #expect(plans.count > 20)
        for (statement, step) in plans {
            #expect(!step.hasPrefix("SCAN") || step.contains("CONSTANT ROW"), "\(step): \(statement)")
            // Only the tenants of one person are put in order, 200 at most.
            #expect(!step.contains("TEMP B-TREE") || statement.contains("WHERE memberships.person ="), "\(step): \(statement)")
        }
    }

    @Test("a page costs one question, however long it is", arguments: [1, 200])
    func oneQuestion(_ limit: Int) async throws {
        let page = CursorPage(limit: limit)
        let ada = try ada
        // A connection's first question asks for the tables too.
        _ = try await raven.storage.person(ada)
        let questions: [(String, () async throws -> Void)] = [
            ("messages", { _ = try await raven.storage.messages(of: "acme-co", page) }),
            ("tenants", { _ = try await raven.storage.tenants(of: ada, page) }),
            ("keys", { _ = try await raven.storage.keys(of: "acme-co", page) }),
        ]
        for (name, ask) in questions {
            raven.statements.forget()
            try await ask()
            #expect(raven.statements.statements.count { $0.contains("SELECT") } == 1, "\(name)")
        }
    }

    @Test("messages of one instant stand in the reverse of the order in which they came, on all pages", arguments: [1, 2, 7])
    func oneInstant(_ size: Int) async throws {
        var sent: [UniqueID] = []
        for number in 0..<7 {
            let id = UniqueID()
            let message = Message(id: id, channel: .sms, to: "123", text: "\(number)", status: .queued, createdAt: RavenDatabase.present)
            try await raven.store.withTransaction { try await $0.insert(message, of: "birch-house") }
            sent.append(id)
        }
        var found: [UniqueID] = []
        var page = CursorPage(limit: size)
        repeat {
            let part = try await raven.storage.messages(of: "birch-house", page)
            found += part.items.map(\.id)
            page.cursor = part.next
        } while page.cursor != nil
        #expect(Array(found.prefix(7)) == sent.reversed())
        #expect(found.count == 43)
        #expect(Set(found).count == 43)
    }

    @Test(
        "it refuses what cannot be, whoever writes",
        arguments: [
            "INSERT INTO tenants VALUES (99, '1f1c2d3e-4b5a-4968-8778-695a4b3c2d1e', 'acme-co', 'Again', NULL, 'active', 0)",
            "INSERT INTO tenants VALUES (99, '1f1c2d3e-4b5a-4968-8778-695a4b3c2d1e', 'new', 'New', NULL, 'closed', 0)",
            "INSERT INTO tenants VALUES (99, 'short', 'new', 'New', NULL, 'active', 0)",
            "INSERT INTO memberships SELECT id, 99, 'owner' FROM people LIMIT 1",
            "INSERT INTO memberships VALUES ('nobody', 1, 'owner')",
            "UPDATE memberships SET role = 'admin'",
            "UPDATE messages SET tenant = 99",
            "UPDATE messages SET channel = 'fax'",
            "UPDATE messages SET status = 'queued'",
            "UPDATE messages SET text = ''",
            "INSERT INTO deliveries VALUES (9999, 0, 0)",
            "DELETE FROM tenants WHERE slug = 'acme-co'",
        ]
    )
    func constraints(_ sql: String) async throws {
        let before = try folder.rows("SELECT * FROM tenants")
        await #expect(throws: DatabaseError.self) { try await raven.store.write { try $0.execute(sql: sql) } }
        #expect(try folder.rows("SELECT * FROM tenants") == before)
    }

    @Test("a person acts for 200 tenants at most, and the one too many leaves nothing")
    func mostTenants() async throws {
        let ada = try ada
        func add(_ number: Int) async throws {
            let tenant = Tenant(id: UniqueID(), name: "T", slug: "t-\(number)", createdAt: RavenDatabase.present, status: .active)
            try await raven.store.withTransaction { try await $0.insert(tenant, plan: nil, owner: ada) }
        }
        for number in 0..<197 { try await add(number) }
        await #expect(throws: TenantFault.tooManyTenants) { try await add(197) }
        #expect(try await raven.storage.person(ada)?.tenants.count == 200)
        #expect(try await !raven.storage.hasTenant("t-197"))
    }

    @Test("it is filled once")
    func filledOnce() async throws {
        let before = try folder.rows("SELECT count(*) FROM messages")
        await #expect(throws: StorageNotEmpty.self) {
            var data = DataSet()
            data.people = [NewPerson(id: UniqueID(), name: "X", email: "x@example.org", createdAt: RavenDatabase.present)]
            try await raven.storage.fill(with: data)
        }
        #expect(try folder.rows("SELECT count(*) FROM messages") == before)
        #expect(try folder.rows("SELECT count(*) FROM people WHERE name = 'X'") == [["0"]])
    }

    private var ada: UniqueID {
        get throws {
            let id = try folder.rows("SELECT id FROM people WHERE email = 'ada@example.org'").first?.first
            return try #require(UniqueID((id ?? "").trimmingCharacters(in: ["\""])))
        }
    }

    /// Does everything that handlers and workers do.
    private func askEverything() async throws {
        let (storage, store) = (raven.storage, raven.store)
        let ada = try ada
        let page = CursorPage(limit: 3)
        let messages = try await storage.messages(of: "acme-co", page)
        _ = try await storage.messages(of: "acme-co", CursorPage(limit: 3, cursor: messages.next))
        _ = try await storage.message(messages.items[0].id, of: "acme-co")
        let tenants = try await storage.tenants(of: ada, page)
        _ = try await storage.tenants(of: ada, CursorPage(limit: 3, cursor: tenants.next))
        _ = try await storage.tenant(tenants.items[0].id, of: ada)
        _ = try await storage.person(ada)
        _ = try await storage.bearer(of: PresentedToken(user: ada, id: "x"))
        let keys = try await storage.keys(of: "acme-co", page)
        _ = try await storage.keys(of: "acme-co", CursorPage(limit: 3, cursor: keys.next))
        _ = try await storage.isSuspended("acme-co")
        _ = try await storage.subscription(of: "acme-co")
        _ = try await storage.hasTenant("acme-co")
        _ = try await store.revokeKey(id: keys.items[0].id, of: .tenant("acme-co"), at: RavenDatabase.present)
        _ = try await store.key(hashed: KeyHash(of: "x"))
        try await storage.add(NewPerson(id: UniqueID(), name: "X", email: "x@example.org", createdAt: RavenDatabase.present))
        try await store.withTransaction { transaction in
            try await transaction.insert(
                Message(id: UniqueID(), channel: .sms, to: "123", text: "x", status: .queued, createdAt: RavenDatabase.present),
                of: "acme-co"
            )
            let tenant = Tenant(id: UniqueID(), name: "T", slug: "t", createdAt: RavenDatabase.present, status: .active)
            try await transaction.insert(tenant, plan: nil, owner: ada)
        }
        let due = try await storage.takeDeliveries(dueBy: RavenDatabase.present, until: RavenDatabase.present, atMost: 5) { _ in }
        try await storage.settle(due.map { DeliveryOutcome(message: $0.message.id, status: .sent, dueAt: RavenDatabase.present) })
        try await storage.settle(due.map { DeliveryOutcome(message: $0.message.id, status: .delivered, dueAt: nil) })
        _ = try await storage.tenants(after: nil, atMost: 5)
        _ = try await storage.members(of: "acme-co")
        let newcomer = NewPerson(id: UniqueID(), name: "Y", email: "y@example.org", createdAt: RavenDatabase.present)
        try await storage.enroll(newcomer, as: "member", in: "acme-co")
        #expect(try await storage.remove(newcomer.id, from: "acme-co"))
        _ = try await storage.setStatus(.suspended, of: "acme-co")
        _ = try await storage.setPlan(nil, of: "acme-co")
        try await storage.revokeToken("x", endingAt: RavenDatabase.present, at: RavenDatabase.present)
    }

    @Test("a token that was taken back stays so, however long ago that was")
    func revokedForGood() async throws {
        let (storage, now, ada) = (raven.storage, RavenDatabase.present, try ada)
        func isRevoked(_ id: String) async throws -> Bool { try await storage.bearer(of: PresentedToken(user: ada, id: id)).isTokenRevoked }
        try await storage.revokeToken("short", endingAt: now, at: now)
        try await storage.revokeToken("long", endingAt: nil, at: now)
        // What is said of it later cannot shorten it.
        try await storage.revokeToken("long", endingAt: now, at: now)
        try await storage.revokeToken("other", endingAt: nil, at: Timestamp(secondsSinceEpoch: now.secondsSinceEpoch + 100 * 365 * 86_400))
        #expect(try await isRevoked("long"))
        #expect(try await !isRevoked("short"))
    }
}
