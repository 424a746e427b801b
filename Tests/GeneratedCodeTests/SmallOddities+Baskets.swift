import CharterRuntime
import CharterServer
import OdditiesModels
import OdditiesRoutes

/// Baskets of one sort: what a caller gives is their price.
extension SmallOddities {
    /// A basket of price 2 is there already; the smaller the price, the less is said.
    func fillBasket(_ input: FillBasket.Input, caller: Caller) async throws -> FillBasketReply {
        let basket = Self.basket(price: input.body.price)
        guard let id = Self.things.first?.id else { throw Refusal.notFound }
        if input.body.price == 2 { return FillBasketReply(body: basket, status: .ok, bodyValue: id) }
        return FillBasketReply(body: basket, oddCount: 7, bodyValue: id, oddHues: [.red, .inBetween])
    }

    func emptyBasket(_ input: EmptyBasket.Input, caller: Caller) async throws -> EmptyBasketReply {
        if input.id == Self.things.last?.id { return EmptyBasketReply(status: .accepted, statusValue: .going) }
        guard Self.things.contains(where: { $0.id == input.id }) else { throw Refusal.notFound }
        return EmptyBasketReply(statusValue: .gone)
    }

    func listShelves(_ input: ListShelves.Input, caller: Caller) async throws -> ListShelvesReply {
        let shelves = (1...9).map { Self.basket(price: DecimalNumber($0)) }
        let page = Array(shelves.dropFirst(input.page.offset).prefix(input.page.limit))
        let time = Timestamp(secondsSinceEpoch: 0)
        return ListShelvesReply(body: Page(items: page, total: shelves.count), oddTime: time, sizes: [1, 2])
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
