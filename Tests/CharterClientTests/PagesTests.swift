import CharterClient
import CharterRuntime
import HTTPTypes
import Testing

@Suite("pages")
struct PagesTests {
    @Test("follow the total, asking for each page once")
    func total() async throws {
        let shelf = Shelf(count: 5, states: ["total"])
        #expect(try await shelf.ids() == Array(0..<5))
        #expect(await shelf.queries == ["", "offset=2", "offset=4"])
    }

    @Test("follow hasMore")
    func hasMore() async throws {
        let shelf = Shelf(count: 4, states: ["hasMore"])
        #expect(try await shelf.ids() == Array(0..<4))
        #expect(await shelf.queries == ["", "offset=2"])
    }

    @Test(
        "end with a short page where nothing is stated, or with an empty one",
        arguments: [(3, ["", "offset=2"]), (4, ["", "offset=2", "offset=4"])]
    )
    func nothingStated(count: Int, queries: [String]) async throws {
        let shelf = Shelf(count: count, states: [])
        #expect(try await shelf.ids() == Array(0..<count))
        #expect(await shelf.queries == queries)
    }

    @Test("advance by what came where the server clamps the page size")
    func clamped() async throws {
        let shelf = Shelf(count: 7, states: [])
        #expect(try await shelf.ids(limit: 100) == Array(0..<7))
        #expect(await shelf.queries == ["limit=100", "limit=100&offset=3", "limit=100&offset=6"])
    }

    @Test("begin at the offset that was asked for, 0 included", arguments: [0, 3])
    func offset(offset: Int) async throws {
        let shelf = Shelf(count: 4, states: ["total", "offset"])
        #expect(try await shelf.ids(limit: 3, offset: offset) == Array(offset..<4))
        #expect(await shelf.queries.first == "limit=3&offset=\(offset)")
    }

    @Test("come one by one, with their totals; an empty list has one empty page", arguments: [0, 3])
    func pageSequence(count: Int) async throws {
        let shelf = Shelf(count: count, states: ["total"])
        var pages: [Page<Order>] = []
        for try await page in shelf.list().pages { pages.append(page) }
        #expect(pages.flatMap(\.items).map(\.id) == Array(0..<count))
        #expect(pages.map(\.total) == (count == 0 ? [0] : [3, 3]))
    }

    @Test("are fetched when they are read, and anew for every reader")
    func laziness() async throws {
        let shelf = Shelf(count: 5, states: ["total"])
        let list = shelf.list()
        #expect(await shelf.queries == [])
        for try await order in list where order.id == 1 { break }
        #expect(await shelf.queries == [""])
        #expect(try await list.first() == Page(items: [Order(id: 0), Order(id: 1)], total: 5))
        #expect(await shelf.queries == ["", ""])
    }

    @Test("stop with an error where the server repeats itself")
    func noProgress() async throws {
        let transport = StubTransport(.json(200, #"{"data":[{"id":1},{"id":2}],"hasMore":true}"#))
        let fault = try await fault(of: transport)
        #expect(fault == .repeatedPage(offset: 2))
        #expect(await transport.requests.count == 2)
    }

    @Test("stop with an error where the server states another offset")
    func otherOffset() async throws {
        let transport = StubTransport { request in
            .json(200, #"{"data":[{"id":1}],"hasMore":true,"offset":0,"at":"\#(request.path ?? "")"}"#)
        }
        let fault = try await fault(of: transport)
        #expect(fault == .otherOffset(asked: 1, used: 0))
    }

    @Test("end at an empty page even where more is promised")
    func emptyPromise() async throws {
        let transport = StubTransport(.json(200, #"{"data":[],"hasMore":true,"total":9}"#))
        let client = ShopClient(key: try SecretKey("sk_live_1"), transport: transport)
        for try await _ in client.listOrders(shop: "s") {}
        #expect(await transport.requests.count == 1)
    }

    @Test("are at their end after a failure")
    func failure() async throws {
        let transport = StubTransport(.problem(500, code: "broken"))
        var iterator = ShopClient(key: try SecretKey("sk_live_1"), transport: transport).listOrders(shop: "s").makeAsyncIterator()
        await #expect(throws: ClientError.self) { _ = try await iterator.next() }
        #expect(try await iterator.next() == nil)
        #expect(await transport.requests.count == 1)
    }

    @Test("without items are no pages")
    func noItems() async throws {
        let transport = StubTransport(.json(200, #"{"items":[]}"#))
        let client = ShopClient(key: try SecretKey("sk_live_1"), transport: transport)
        let error = await #expect(throws: ClientError.self) { _ = try await client.listOrders(shop: "s").first() }
        guard case .undecodable(is JSONFault, _)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    private func fault(of transport: StubTransport) async throws -> PagingFault? {
        let client = ShopClient(key: try SecretKey("sk_live_1"), transport: transport)
        let error = await #expect(throws: ClientError.self) {
            for try await _ in client.listOrders(shop: "s") {}
        }
        guard case .undecodable(let fault, _)? = error else { return nil }
        return fault as? PagingFault
    }
}
