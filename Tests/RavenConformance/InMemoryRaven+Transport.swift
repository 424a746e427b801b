import CharterRuntime
import CharterServer
import CharterServerTesting
import Hummingbird
import RavenModels
import RavenRoutes

extension InMemoryRaven {
    /// A way to a new server with the sample tenants, their keys and their people, in this process.
    ///
    /// - Parameters:
    ///   - clock: By default one that lets no test be refused for calling too fast.
    ///   - effects: Where effects are counted; nil for a store of its own.
    static func transport(clock: any ServerClock = UnhurriedClock(at: now), effects: InMemoryEffects? = nil) throws -> InProcessTransport {
        let tokens = InMemoryTokenVerifier()
        let server = InMemoryRaven(Workspace.samples, keys: SampleKey.all, accounts: Account.samples, tokens: tokens)
        tokens.refuse(Account.revokedToken, for: .revoked)
        tokens.refuse(Account.expiredToken, for: .expired)
        let router = Router()
        let routes = APIRoutes(.raven, keys: server, tokens: tokens, tenants: server, transactionTime: nil, clock: clock)
        server.register(on: router, through: routes, effects: effects ?? InMemoryEffects(clock: clock))
        return InProcessTransport(router: router)
    }
}
