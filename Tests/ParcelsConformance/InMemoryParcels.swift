import CharterRuntime
import CharterServer
import ParcelsModels
import ParcelsRoutes
import SampleServers

/// Parcels in miniature: the whole API over accounts in memory, the same from one run to the next.
///
/// Its clock stands still and its identifiers count up.
actor InMemoryParcels: ParcelsAPI {
    /// The instant at which everything happens.
    static let now = Timestamp(sample: "2026-05-02T09:30:00.000Z")

    private var accounts: [String: Account]
    /// The parcels of all accounts that carriers know, by their numbers.
    var parcels: [String: Tracking]
    private var ids = PrefixedIDs(series: "new")

    /// Creates a server with accounts, by their names, and parcels on their way.
    init(_ accounts: [String: Account], parcels: [Tracking]) {
        self.accounts = accounts
        self.parcels = Dictionary(uniqueKeysWithValues: parcels.map { ($0.trackingNumber, $0) })
    }

    /// The account of a caller.
    ///
    /// - Throws: ``Refusal/notFound`` for a caller who has none.
    func account(of caller: Caller) throws -> Account {
        try caller.tenant.flatMap { accounts[$0] }.orRefuse(.notFound)
    }

    /// Changes the account of a caller; if the change throws, nothing has changed.
    func change<Result>(_ caller: Caller, _ change: (inout Account) throws -> Result) throws -> Result {
        var account = try account(of: caller)
        let result = try change(&account)
        if let name = caller.tenant { accounts[name] = account }
        return result
    }

    /// An identifier that nothing has so far.
    func newID(_ prefix: String) -> String {
        ids.next(prefix)
    }
}
