import CharterRuntime
import CharterServer
import Hummingbird
import ShopModels
import ShopRoutes

/// *Sixty seconds* of the readme, with the contract that stands there.
enum SixtySeconds {
    static func serve(keys: any KeyStore) {
        struct Shop: ShopAPI {
            func listOrders(_ input: ListOrders.Input, caller: Caller) async throws -> Page<Order> {
                let (orders, total) = try await database.orders(limit: input.page.limit, offset: input.page.offset)
                return Page(items: orders, total: total)
            }

            func placeOrder(_ input: PlaceOrder.Input, caller: Caller) async throws -> Order {
                guard try await database.isInStock(input.body.article) else { throw PlaceOrder.Failure.soldOut }
                return try await database.place(input.body, for: caller)
            }
        }

        let router = Router()
        Shop().register(on: router, keys: keys)
    }
}

/// Whatever a shop keeps its orders in.
private struct OrderDatabase: Sendable {
    func orders(limit: Int, offset: Int) async throws -> ([Order], Int) { ([], 0) }
    func isInStock(_ article: String) async throws -> Bool { false }

    func place(_ order: NewOrder, for caller: Caller) async throws -> Order {
        Order(id: UniqueID(), article: order.article, placedAt: Timestamp(secondsSinceEpoch: 0))
    }
}

private let database = OrderDatabase()
