import CharterRuntime
import CharterServer
import CharterServerTesting
import CobuntuModels
import CobuntuRoutes
import Hummingbird

extension InMemoryCobuntu {
    /// A way to a new server with the sample communities and their keys, in this process.
    ///
    /// - Parameters:
    ///   - clock: By default one that lets no test be refused for calling too fast.
    ///   - effects: Where effects are counted; nil for a store of its own.
    static func transport(clock: any ServerClock = UnhurriedClock(at: now), effects: InMemoryEffects? = nil) throws -> InProcessTransport {
        let communities = [Landmarks.myCommunity, .otherTown]
        let keys = InMemoryKeyStore(.cobuntu)
        for key in communities.flatMap({ SampleKey.all(of: $0.tag) }) {
            try keys.add(key, at: now)
        }
        let server = InMemoryCobuntu(Dictionary(uniqueKeysWithValues: communities.map { ($0.tag, .sample($0)) }))
        let router = Router()
        let routes = APIRoutes(.cobuntu, keys: keys, transactionTime: nil, clock: clock)
        server.register(on: router, through: routes, effects: effects ?? InMemoryEffects(clock: clock))
        return InProcessTransport(router: router)
    }
}
