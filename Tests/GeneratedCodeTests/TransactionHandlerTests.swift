import Testing

/// Handlers whose effects are kept: what the compiler asks of them and of whoever registers them.
@Suite("A handler with a transaction")
struct TransactionHandlerTests {
    @Test("cannot be registered without a store of such transactions")
    func registration() throws {
        let check = try TypeCheck(
            """
            import CharterServer
            import CobuntuRoutes
            import Hummingbird
            import ParcelsRoutes
            func serve<API: CobuntuAPI>(_ api: API, _ router: Router<BasicRequestContext>, _ keys: InMemoryKeyStore, _ store: some EffectStore<API.Transaction>) {
                api.register(on: router, keys: keys)
                api.register(on: router, keys: keys, effects: InMemoryEffects())
                api.register(on: router, keys: keys, effects: store)
            }
            func serve<API: ParcelsAPI>(_ api: API, _ router: Router<BasicRequestContext>, _ routes: APIRoutes, _ store: some EffectStore<API.Transaction>) {
                api.register(on: router, through: routes)
                api.register(on: router, through: routes, effects: store)
            }
            """
        )
        #expect(Set(check.errors.map { String($0.prefix { $0 != ":" }) }) == ["6", "7", "11"], "\(check.errors)")
    }
}
