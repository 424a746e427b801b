import CharterRuntime
import CharterSQLite
import CharterServer
import Hummingbird

extension BoxOffice {
    /// What answers requests: the contract's checks, and behind them the handlers.
    ///
    /// - Parameters:
    ///   - store: Where tickets, keys, what counts for quotas and the answers of repeated calls are kept.
    ///   - tokens: What verifies the tokens of people.
    ///   - secret: What cursors and kept answers are sealed with.
    ///   - clock: The time; tests have one of their own.
    public static func router(
        store: SQLiteStore,
        tokens: any TokenVerifier,
        secret: ServerSecret,
        clock: any ServerClock = SystemClock()
    ) -> Router<AddressedRequestContext> {
        let routes = APIRoutes(
            .boxOffice,
            keys: store,
            tokens: tokens,
            tenants: Theatres(store: store),
            secret: secret,
            clock: clock
        )
        let router = Router(context: AddressedRequestContext.self)
        BoxOffice(store: store, clock: clock).register(on: router, through: routes, effects: store)
        return router
    }
}
