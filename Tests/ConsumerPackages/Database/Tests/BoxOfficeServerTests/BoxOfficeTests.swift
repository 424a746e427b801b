import BoxOfficeServer
import CharterClient
import CharterRuntime
import CharterSQLite
import GRDB
import Testing

@Suite("Box office, called by its client")
struct BoxOfficeTests {
    @Test("gives a key, which is shown once, and takes it back")
    func keys() async throws {
        let office = try await OpenBoxOffice()
        let manager = try office.manager()
        let created = try await manager.createKey(theatre: "globe", body: NewKey(name: "Foyer"))
        let till = try office.till(created.key)
        _ = try await till.listShows(theatre: "globe").first()

        let listed = try await manager.listKeys(theatre: "globe").first()
        #expect(listed.items == [created.details] && listed.total == 1)
        #expect(created.details.name == "Foyer" && created.key.hasPrefix(created.details.prefix))
        #expect(created.details.prefix.count < created.key.count)

        try await manager.revokeKey(theatre: "globe", key: created.details.id)
        #expect(await refusal { () throws(ClientError) in try await till.listShows(theatre: "globe").first() } == "401 credential-revoked")
        #expect(try await manager.listKeys(theatre: "globe").first().items.first?.revokedAt == office.clock.now)
        #expect(await refusal { () throws(ClientError) in try await manager.revokeKey(theatre: "globe", key: "x") } == "404 not-found")
    }

    @Test("sells a ticket once, however often it is asked with one key, and counts it once")
    func idempotency() async throws {
        let office = try await OpenBoxOffice()
        let show = try await office.plan()
        let key = try await office.manager().createKey(theatre: "globe", body: NewKey(name: "Foyer", dailySales: 2)).key
        let till = try office.till(key)
        let sale = { (holder: String, key: String) async throws(ClientError) -> Ticket in
            try await till.sellTicket(theatre: "globe", show: show.id, body: NewTicket(holder: holder), idempotencyKey: key)
        }
        let ticket = try await sale("Ada", "1")
        #expect(ticket.paid == DecimalNumber("12.50") && ticket.soldAt == office.clock.now)
        for _ in 1...3 { #expect(try await sale("Ada", "1") == ticket) }
        #expect(try await office.ticketCount() == 1)
        #expect(await refusal { () throws(ClientError) in try await sale("Ben", "1") } == "422 idempotency-mismatch")

        _ = try await sale("Ben", "2")
        #expect(await refusal { () throws(ClientError) in try await sale("Cleo", "3") } == "429 quota-exceeded")
        #expect(try await sale("Ada", "1") == ticket)
        #expect(try await office.ticketCount() == 2)
        office.clock.advance(by: .seconds(86_400))
        let tomorrow = try await office.plan("Hamlet")
        _ = try await till.sellTicket(theatre: "globe", show: tomorrow.id, body: NewTicket(holder: "Cleo"), idempotencyKey: "3")
    }

    @Test("sells no seat twice, nothing once a show has begun, and nothing that is another theatre's")
    func refusedSales() async throws {
        let office = try await OpenBoxOffice()
        let show = try await office.plan(seats: 1)
        let till = try office.till(try await office.manager().createKey(theatre: "globe", body: NewKey(name: "Foyer")).key)
        let sale = { (show: UniqueID, theatre: String) async throws(ClientError) -> Ticket in
            try await till.sellTicket(theatre: theatre, show: show, body: NewTicket(holder: "Ada"))
        }
        #expect(await refusal { () throws(ClientError) in try await sale(show.id, "rose") } == "404 not-found")
        #expect(await refusal { () throws(ClientError) in try await sale(UniqueID(), "globe") } == "404 not-found")
        _ = try await sale(show.id, "globe")
        #expect(await refusal { () throws(ClientError) in try await sale(show.id, "globe") } == "409 sold-out")
        office.clock.advance(by: .seconds(3_600))
        #expect(await refusal { () throws(ClientError) in try await sale(show.id, "globe") } == "409 show-over")
        #expect(try await office.ticketCount() == 1)
        try await office.store.write { try $0.execute(sql: "UPDATE theatres SET suspended = 1 WHERE slug = 'globe'") }
        #expect(await refusal { () throws(ClientError) in try await sale(show.id, "globe") } == "403 tenant-suspended")
    }

    @Test("pages through shows by title, also through those of one title")
    func paging() async throws {
        let office = try await OpenBoxOffice()
        for title in ["Macbeth", "Hamlet", "Hamlet", "Hamlet", "As You Like It"] { _ = try await office.plan(title) }
        let manager = try office.manager()
        var pages: [[String]] = []
        for try await page in manager.listShows(theatre: "globe", limit: 2).pages { pages.append(page.items.map(\.title)) }
        #expect(pages == [["As You Like It", "Hamlet"], ["Hamlet", "Hamlet"], ["Macbeth"]])
        var ids: Set<UniqueID> = []
        for try await show in manager.listShows(theatre: "globe", limit: 1) { ids.insert(show.id) }
        #expect(ids.count == 5)
        #expect(
            await refusal { () throws(ClientError) in try await manager.listShows(theatre: "globe", after: "made-up").first() }
                == "400 invalid-cursor"
        )
    }

    /// The status and the code of the error with which a call is refused; nil if it is not.
    private func refusal<Result>(_ call: () async throws(ClientError) -> Result) async -> String? {
        do {
            _ = try await call()
            return nil
        } catch .refused(let status, let problem, _) {
            return "\(status) \(problem.code)"
        } catch {
            return "\(error)"
        }
    }
}
