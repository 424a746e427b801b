import CharterContract
import Testing

/// Objects and enumerations that endpoints write out in place get names.
@Suite("Hoisting")
struct HoistingTests {
    private static let text = """
        endpoints:
          POST /orders/:state:
            id: makeOrder
            does: Order
            path: { state: { enum: [new, old], about: The state. } }
            query: { sort_by?: { enum: [name, price], about: The order. }, size?: { type: integer, about: The size. } }
            takes: { about: What to order., fields: { note: { type: string, about: A note. } } }
            returns: { 201: { about: What was ordered., fields: { note: { type: string, about: A note. } } } }
          GET /orders: { id: listOrders, does: List, returns: { list: { fields: { note: { type: string, about: A note. } } } } }
          GET /names: { id: listNames, does: List, returns: { list: string } }
          GET /order: { id: getOrder, does: Get, returns: Order }
        types:
          Order: { about: An order., fields: { note: { type: string, about: A note. } } }
          MakeOrderBody: { about: Has the name already., enum: [a] }
        """

    @Test("names them after their endpoints, beside the declared types")
    func names() throws {
        let api = try TestContract.api(Self.text)
        #expect(
            api.types.map(\.name) == [
                "Order", "MakeOrderBody", "MakeOrderBody2", "MakeOrderResult", "MakeOrderState", "MakeOrderSortBy", "ListOrdersItem",
            ]
        )
    }

    @Test("refers to them by these names, and leaves scalars, lists and named types in place")
    func references() throws {
        let api = try TestContract.api(Self.text)
        let order = try api.endpoint("makeOrder")
        #expect(order.requestBody?.typeName == "MakeOrderBody2")
        #expect(order.requestBody?.about == "What to order.")
        #expect(order.success.body?.typeName == "MakeOrderResult")
        #expect(order.pathParameters.map(\.schema.typeName) == ["MakeOrderState"])
        #expect(order.queryParameters.map(\.schema.typeName) == ["MakeOrderSortBy", nil])
        #expect(try api.endpoint("getOrder").success.body?.typeName == "Order")
        #expect(try api.endpoint("listOrders").success.body?.item?.typeName == "ListOrdersItem")
        #expect(try api.endpoint("listNames").success.body?.item?.typeName == nil)
    }
}

extension Schema {
    /// The name of the type it refers to, if it does.
    fileprivate var typeName: String? {
        if case .named(let name) = shape { name } else { nil }
    }

    /// What a list holds.
    fileprivate var item: Schema? {
        if case .list(let item, _) = shape { item } else { nil }
    }
}
