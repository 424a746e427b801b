import CharterClient
import CharterRuntime
import HTTPTypes

/// A server with a list of numbered orders, which states some of the members that pages may have.
struct Shelf {
    private let transport: StubTransport

    init(count: Int, states members: Set<String>) {
        transport = StubTransport { request in
            let query = Self.query(of: request).split(separator: "&").map { $0.split(separator: "=") }
            let number = { (name: String) in query.first { $0[0] == name }.flatMap { Int($0[1]) } }
            let offset = number("offset") ?? 0
            let orders = (0..<count).dropFirst(offset).prefix(min(number("limit") ?? 2, 3))
            let stated = ["total": "\(count)", "hasMore": "\(offset + orders.count < count)", "offset": "\(offset)"]
            let parts = stated.filter { members.contains($0.key) }.map { "\"\($0.key)\":\($0.value)" }
            let data = "\"data\":[\(orders.map { "{\"id\":\($0)}" }.joined(separator: ","))]"
            return .json(200, "{\(([data] + parts.sorted()).joined(separator: ","))}")
        }
    }

    var queries: [String] {
        get async { await transport.requests.map(Self.query) }
    }

    func list(limit: Int? = nil, offset: Int? = nil) -> Pages<Order> {
        APIClient(.shop, baseURL: "http://shop.example", key: try? SecretKey("sk_live_1"), transport: transport)
            .pages(of: Shop.listOrders, path: ["shop": "s"], pageSize: limit, from: offset.map(PageStart.offset))
    }

    func ids(limit: Int? = nil, offset: Int? = nil) async throws(ClientError) -> [Int] {
        var ids: [Int] = []
        for try await order in list(limit: limit, offset: offset) { ids.append(order.id) }
        return ids
    }

    private static func query(of request: HTTPRequest) -> String {
        request.path?.split(separator: "?").dropFirst().first.map(String.init) ?? ""
    }
}
