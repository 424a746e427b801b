import CharterRuntime
import CharterServer
import OdditiesModels
import OdditiesRoutes

/// Baskets of one sort: what a caller gives is their price.
extension SmallOddities {
    func fillBasket(_ input: FillBasket.Input, caller: Caller) async throws -> Basket {
        Self.basket(price: input.body.price)
    }

    func changeBasket(_ input: ChangeBasket.Input, caller: Caller) async throws -> Basket {
        Self.basket(price: input.body.price ?? 1)
    }

    func listBaskets(_ input: ListBaskets.Input, caller: Caller) async throws -> [Basket] {
        input.sizes.map { Self.basket(price: DecimalNumber($0)) }
    }

    private static func basket(price: DecimalNumber) -> Basket {
        Basket(
            id: "bsk_1",
            price: price,
            shape: .round,
            content: .selfValue(Nut(weight: 1)),
            all: [.bolt(Bolt(length: 2))],
            byName: ["first": .bolt(Bolt())],
            any: .null
        )
    }
}
