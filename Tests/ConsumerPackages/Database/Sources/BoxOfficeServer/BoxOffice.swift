import CharterRuntime
import CharterSQLite
import CharterServer
import GRDB

/// The handlers of the box office: each is called once every check of the contract is passed.
public struct BoxOffice: BoxOfficeAPI {
    let store: SQLiteStore
    let clock: any ServerClock

    /// Shows by title; behind the last of them, one more tells whether there is another page.
    public func listShows(_ input: ListShows.Input, caller: Caller) async throws -> Page<Show> {
        let found = try await store.read { database in
            try Show.fetch(database, of: input.theatre, after: input.page.cursor, atMost: input.page.limit + 1)
        }
        let shows = Array(found.prefix(input.page.limit))
        return Page(items: shows, next: found.count > shows.count ? shows.last?.id.description : nil)
    }

    /// A new show.
    public func planShow(_ input: PlanShow.Input, caller: Caller) async throws -> Show {
        let new = input.body
        let show = Show(id: UniqueID(), title: new.title, startsAt: new.startsAt, seats: new.seats, price: new.price)
        try await store.write { try show.insert($0, of: input.theatre) }
        return show
    }

    /// A ticket, which is there together with the count of the quota and the answer that is kept, or not at all.
    public func sellTicket(_ input: SellTicket.Input, caller: Caller, in transaction: SQLiteTransaction) async throws -> Ticket {
        let now = clock.now
        return try await transaction.write { database in
            guard let show = try Show.find(database, input.show, of: input.theatre) else { throw Refusal.notFound }
            guard now < show.startsAt else { throw SellTicket.Failure.showOver.with(detail: "It began at \(show.startsAt).") }
            guard try Ticket.count(database, of: show.id) < show.seats else { throw SellTicket.Failure.soldOut }
            let ticket = Ticket(id: UniqueID(), show: show.id, holder: input.body.holder, paid: show.price, soldAt: now)
            try ticket.insert(database)
            return ticket
        }
    }

    /// A new key; its text is in this reply, and nowhere else.
    public func createKey(_ input: CreateKey.Input, caller: Caller) async throws -> CreatedKey {
        let draft = KeyDraft(
            kind: "till",
            name: input.body.name,
            scopes: ["SELL"],
            tenant: input.theatre,
            limits: input.body.dailySales.map { ["dailySales": $0] } ?? [:],
            createdBy: caller.user
        )
        let clock = clock
        let issued = try await KeyIssuer(.boxOffice, now: { clock.now }).issue(draft, in: store)
        return CreatedKey(key: issued.text, details: KeyDetails(issued.stored))
    }

    /// Keys in the order in which they were made, also those that were taken back.
    public func listKeys(_ input: ListKeys.Input, caller: Caller) async throws -> Page<KeyDetails> {
        let page = try await store.keys(of: input.theatre, input.page)
        return Page(items: page.items.map(KeyDetails.init), total: page.total)
    }

    /// Takes a key back, from now on.
    public func revokeKey(_ input: RevokeKey.Input, caller: Caller) async throws {
        let revoked = try await store.revokeKey(id: input.key, of: .tenant(input.theatre), at: clock.now)
        guard revoked != nil else { throw Refusal.notFound }
    }
}

extension KeyDetails {
    init(_ stored: StoredKey) {
        self.init(id: stored.id, name: stored.name ?? "", prefix: stored.displayPrefix, revokedAt: stored.revokedAt)
    }
}
