import CharterServer
import CharterSQLite
import GRDB
import Hummingbird
import ShopModels

/// *Operations* of the readme.
enum Operations {
    // swift-format-ignore
    static func serve(_ routes: APIRoutes, _ store: SQLiteStore) async throws {
        let router = Router(context: AddressedRequestContext.self)
        Shop().register(on: router, through: routes, effects: store)
        let server = APIServer(
            .shop, router: router, address: .hostname("0.0.0.0", port: 8080), forgetting: [store],
            isReady: { try await store.read { try $0.execute(sql: "SELECT 1") } }  // ready while this does not throw
        )
        try await server.runUntilSignal()
    }
}
