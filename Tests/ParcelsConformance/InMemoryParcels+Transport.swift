import CharterRuntime
import CharterServer
import CharterServerTesting
import Hummingbird
import ParcelsModels
import ParcelsRoutes

extension InMemoryParcels {
    /// A way to a new server with the sample accounts and their keys, in this process.
    ///
    /// - Parameters:
    ///   - server: The server of the contract as which it serves.
    ///   - clock: By default one that lets no test be refused for calling too fast.
    ///   - effects: Where effects are counted; nil for a store of its own.
    ///   - subscriptions: The plans of accounts, of which by default none has any.
    static func transport(
        as server: String = "live",
        clock: any ServerClock = UnhurriedClock(at: now),
        effects: InMemoryEffects? = nil,
        subscriptions: [String: TenantSubscription] = [:]
    ) throws -> InProcessTransport {
        let accounts = [Landmarks.teapots, .lanterns, .kettles]
        let keys = InMemoryKeyStore(.parcels)
        for key in accounts.flatMap({ SampleKey.all(of: $0.account) }) { try keys.add(key, at: now) }
        let parcels = InMemoryParcels(
            Dictionary(uniqueKeysWithValues: accounts.map { ($0.account, .sample($0)) }),
            parcels: accounts.map(Tracking.sample)
        )
        let directory = InMemoryTenantDirectory(suspended: [Landmarks.kettles.account], subscriptions: subscriptions)
        let router = Router(context: AddressedRequestContext.self)
        let routes = APIRoutes(.parcels, keys: keys, tenants: directory, server: server, transactionTime: nil, clock: clock)
        parcels.register(on: router, through: routes, effects: effects ?? InMemoryEffects(clock: clock))
        return InProcessTransport(router: router).from("192.0.2.1")
    }
}
