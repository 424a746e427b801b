import CharterRuntime
import CharterServer
import CharterServerTesting
import Hummingbird
import LendingModels
import LendingRoutes

extension InMemoryLending {
    /// A way to a new server with the sample branches and their keys, in this process.
    ///
    /// - Parameter clock: By default one that lets no test be refused for calling too fast.
    static func transport(clock: any ServerClock = UnhurriedClock(at: now)) throws -> InProcessTransport {
        let keys = InMemoryKeyStore(.lending)
        for key in SampleKey.all { try keys.add(key, at: now) }
        let server = InMemoryLending(works: Work.samples, people: Person.samples, branches: [.millStreet, .weirLane])
        let directory = InMemoryTenantDirectory(subscriptions: [SampleKey.millStreet: TenantSubscription(plan: "village")])
        let router = Router(context: AddressedRequestContext.self)
        let routes = APIRoutes(.lending, keys: keys, tenants: directory, transactionTime: nil, clock: clock)
        server.register(on: router, through: routes, effects: InMemoryEffects(clock: clock))
        return InProcessTransport(router: router).from("192.0.2.1")
    }
}
