import CharterClient
import CharterRuntime
import HTTPTypes

/// A list of orders whose pages come from a script, by the target of the request.
struct List {
    private let endpoint: APIDescription.Endpoint
    private let transport: StubTransport
    private let baseURL: String

    /// - Parameters:
    ///   - position: How requests say which page they want.
    ///   - members: Where pages have what.
    ///   - pages: The pages by path and query below `https://shop.example/v1`, each with the link to the next where there is one.
    init(
        _ position: APIDescription.Paging.Position,
        _ members: APIDescription.Paging.Members = .init(items: "data", next: "next"),
        sizeParameter: String? = "limit",
        baseURL: String = "https://shop.example/v1",
        pages: [String: (json: String, link: String?)]
    ) {
        var endpoint = Shop.status
        endpoint.path = "/orders"
        endpoint.queryParameters = [.init(name: "state", schema: .string())]
        endpoint.paging = Shop.paging(members)
        endpoint.paging?.position = position
        endpoint.paging?.pageSize.parameter = sizeParameter
        self.endpoint = endpoint
        self.baseURL = baseURL
        transport = StubTransport { request in
            guard let page = pages[request.path ?? ""] else { return .problem(404, code: "no-page") }
            var reply = HTTPReply.json(200, page.json)
            if let name = HTTPField.Name("Link") { reply.head.headerFields[name] = page.link }
            return reply
        }
    }

    init(
        _ position: APIDescription.Paging.Position,
        _ members: APIDescription.Paging.Members = .init(items: "data", next: "next"),
        sizeParameter: String? = "limit",
        pages: [String: String]
    ) {
        self.init(position, members, sizeParameter: sizeParameter, pages: pages.mapValues { ($0, nil) })
    }

    var paths: [String] {
        get async { await transport.paths }
    }

    func pages(size: Int? = nil, from start: PageStart? = nil, state: String? = nil) -> Pages<Order> {
        APIClient(.shop, baseURL: baseURL, key: nil, transport: transport)
            .pages(of: endpoint, query: ["state": state], pageSize: size, from: start)
    }

    func ids(size: Int? = nil, from start: PageStart? = nil, state: String? = nil) async throws -> [Int] {
        var ids: [Int] = []
        for try await order in pages(size: size, from: start, state: state) { ids.append(order.id) }
        return ids
    }

    /// The numbers up to the fault of the list, and that fault; nil where it has none.
    func idsAndFault() async throws -> (ids: [Int], fault: PagingFault?) {
        var ids: [Int] = []
        do {
            for try await order in pages() { ids.append(order.id) }
        } catch {
            switch error {
            case .undecodable(let fault as PagingFault, _), .unsendable(let fault as PagingFault): return (ids, fault)
            default: throw error
            }
        }
        return (ids, nil)
    }
}
