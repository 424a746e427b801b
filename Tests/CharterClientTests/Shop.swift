import CharterClient
import CharterRuntime
import HTTPTypes

/// What the generator would write for a small API.
struct SecretKey: APIKey {
    static let credential = "apiKey"
    static let kind = "secret"
    static let prefix = "sk_live_"

    let text: String

    init(_ text: String) throws(InvalidKey) {
        self.text = try InvalidKey.checking(text, prefix: Self.prefix)
    }
}

struct Order: Hashable, Sendable {
    var id: Int
}

extension Order: JSONCodable {
    private static let names: [StaticString] = ["id"]

    init(from json: inout JSONReader) throws(JSONFault) {
        var id: Int?
        var members = try json.members(Self.names, required: [0])
        while try members.next(&json) != nil { json.read(&id) }
        self.id = members.required(id)
    }

    func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("id", id)
        json.closeObject()
    }
}

struct ShopClient: Sendable {
    let client: APIClient

    init(
        key: (any APIKey)?,
        baseURL: String = "https://shop.example/v1/",
        transport: any HTTPTransport = HTTPClientTransport.shared
    ) {
        client = APIClient(.shop, baseURL: baseURL, key: key, transport: transport)
    }

    func listOrders(shop: String, state: String? = nil, since: CalendarDate? = nil, limit: Int? = nil, offset: Int? = nil) -> Pages<Order> {
        client.pages(
            of: Shop.listOrders,
            path: ["shop": shop],
            query: ["state": state, "since": since],
            pageSize: limit,
            from: offset.map(PageStart.offset)
        )
    }

    func getOrder(shop: String, id: Int) async throws(ClientError) -> Order {
        try await client.value(of: Shop.getOrder, path: ["shop": shop, "id": id])
    }

    func addOrder(shop: String, body: Order) async throws(ClientError) -> Order {
        try await client.value(of: Shop.addOrder, path: ["shop": shop], body: body)
    }

    func dropOrder(shop: String, id: Int) async throws(ClientError) {
        try await client.perform(Shop.dropOrder, path: ["shop": shop, "id": id])
    }

    func status() async throws(ClientError) -> [String: String] {
        try await client.value(of: Shop.status)
    }
}

enum Shop {
    static let members = APIDescription.Paging.Members(items: "data", total: "total", hasMore: "hasMore", offset: "offset")

    static let listOrders = endpoint("listOrders", "/shops/:shop/orders", paging: paging(members), query: ["since", "state"])
    static let getOrder = endpoint("getOrder", "/shops/:shop/orders/:id")
    static let status = endpoint("status", "/status", credential: nil)
    static let addOrder: APIDescription.Endpoint = {
        var endpoint = Shop.endpoint("addOrder", "/shops/:shop/orders")
        endpoint.method = .post
        endpoint.success.status = 201
        endpoint.requestBody = .init(schema: .named("Order"), example: #"{"id":1}"#)
        return endpoint
    }()
    static let dropOrder: APIDescription.Endpoint = {
        var endpoint = Shop.endpoint("dropOrder", "/shops/:shop/orders/:id")
        endpoint.method = .delete
        endpoint.success = .init(status: 204, body: nil)
        return endpoint
    }()

    static func paging(_ members: APIDescription.Paging.Members) -> APIDescription.Paging {
        .init(
            name: "byOffset",
            pageSize: .init(parameter: "limit", defaultValue: 2, minimum: 1, maximum: 3, below: .reject, above: .clamp),
            position: .offset(parameter: "offset"),
            members: members
        )
    }

    private static func endpoint(
        _ id: String,
        _ path: APIDescription.PathTemplate,
        credential: String? = "apiKey",
        paging: APIDescription.Paging? = nil,
        query: [String] = []
    ) -> APIDescription.Endpoint {
        .init(
            id: id,
            method: .get,
            path: path,
            summary: id,
            auth: credential.map(APIDescription.Requirement.one) ?? .none,
            keyKinds: ["secret"],
            paging: paging,
            queryParameters: query.map { .init(name: $0, schema: .string(), isRequired: false) },
            success: .init(status: 200, body: .named("Order"))
        )
    }
}

extension APIDescription {
    static let shop = APIDescription(
        name: "Shop",
        title: "Shop API",
        version: "1.0.0",
        servers: [.init(name: "production", url: "https://shop.example/v1")],
        credentials: [
            .init(
                name: "apiKey",
                place: .header("X-API-Key"),
                kinds: [.init(name: "secret", prefix: "sk_live_", use: .serverOnly, holds: .all, limits: [])]
            )
        ],
        errors: .problem,
        endpoints: [Shop.listOrders, Shop.getOrder, Shop.status, Shop.addOrder, Shop.dropOrder],
        types: ["Order": .object([.init("id", .integer())])]
    )
}
