import CharterClient
import CharterConformance
import CharterRuntime
import HTTPTypes
import OdditiesAPIClient
import OdditiesModels
import Testing

/// Replies of which handlers say the status and header fields, and clients get them.
@Suite("Replies that are more than a body")
struct ReplyTests {
    private let transport: WatchedTransport

    init() throws {
        transport = WatchedTransport(try OdditiesServer().transport)
    }

    @Test("have the status and the header fields that the handler gave")
    func whole() async throws {
        let reply = try await client().fillBasket(body: Self.basket(price: 1))
        #expect(reply.status == .created)
        #expect(reply.body.price == 1)
        #expect(reply.bodyValue == SmallOddities.things[0].id)
        #expect(reply.oddCount == 7)
        #expect(reply.oddHues == [.red, .inBetween])
        let fields = try #require(await transport.replies.last).head.headerFields
        #expect(fields[text: "X-Odd-Hues"] == "red, in between")
        #expect(fields[text: "Location"] == "/baskets/bsk_1")
    }

    @Test("may have another status, and leave out what is optional")
    func otherStatus() async throws {
        let reply = try await client().fillBasket(body: Self.basket(price: 2))
        #expect(reply.status == .ok)
        #expect(reply.oddCount == nil && reply.oddHues == nil)
        let fields = try #require(await transport.replies.last).head.headerFields
        #expect(fields[text: "X-Odd-Count"] == nil)
        #expect(fields[text: "Location"] == nil, "nothing was made")
    }

    @Test("need no body")
    func empty() async throws {
        let gone = try await client().emptyBasket(id: SmallOddities.things[0].id)
        #expect(gone == EmptyBasketReply(statusValue: .gone))
        let going = try await client().emptyBasket(id: SmallOddities.things[8].id)
        #expect(going == EmptyBasketReply(status: .accepted, statusValue: .going))
    }

    @Test("may be pages, which clients read as ever")
    func pages() async throws {
        var count = 0
        for try await shelf in try client().listShelves(pageSize: 4) { count += shelf.price > 0 ? 1 : 0 }
        #expect(count == 9)
        let replies = await transport.replies
        #expect(replies.count == 3)
        #expect(replies.allSatisfy { $0.head.headerFields[text: "X-Sizes"] == "1, 2" })
        #expect(replies.allSatisfy { $0.head.headerFields[text: "X-Odd-Time"] == "1970-01-01T00:00:00Z" })
    }

    @Test(
        "are refused where a header field is not as documented",
        arguments: [
            ("X-Body", nil, .missingHeader("X-Body")), ("X-Body", "?", .malformedHeader("X-Body")),
            ("X-Odd-Count", "many", .malformedHeader("X-Odd-Count")), ("X-Odd-Count", nil, nil), ("X-Odd-Hues", nil, nil),
            ("X-Odd-Hues", "blue", nil),
        ] as [(String, String?, ReplyFault?)]
    )
    func faults(name: String, value: String?, fault: ReplyFault?) async throws {
        let transport = WatchedTransport(transport) { $0.head.headerFields[text: name] = value }
        var found: ReplyFault?
        do {
            _ = try await client(transport).fillBasket(body: Self.basket(price: 1))
        } catch ClientError.undecodable(let error, let reply) {
            found = error as? ReplyFault
            #expect(found != nil && reply.head.status == 201)
        }
        #expect(found == fault)
    }

    @Test(
        "are found out by the checks where a header field is not as documented",
        arguments: [
            ("X-Body", nil, ["there is no X-Body"]), ("X-Body", "?", ["X-Body: "]), ("X-Odd-Count", "-1", ["X-Odd-Count: "]),
            ("X-Odd-Count", nil, []), ("X-Odd-Hues", "red", []), ("Location", nil, ["there is no Location"]),
        ] as [(String, String?, [String])]
    )
    func checks(name: String, value: String?, faults: [String]) async throws {
        let server = try OdditiesServer()
        let transport = WatchedTransport(server.transport) { $0.head.headerFields[text: name] = value }
        let suite = ConformanceSuite(.oddities, server: ServerUnderTest(transport: transport, fixtures: server.fixtures))
        let result = await suite.run(try #require(suite.check(named: "fillBasket/response-shape")))
        #expect((result.outcome == .passed) == faults.isEmpty, "\(result)")
        #expect(faults.allSatisfy { result.actual.contains($0) }, "\(result.actual)")
    }

    @Test("say where a new thing is, at a path of its own")
    func location() async throws {
        _ = try await client().putThing(body: PutThingBody(class: "c"))
        let location = try #require(await transport.replies.last).head.headerFields[text: "Location"]
        #expect(location == "/things/\(SmallOddities.things[0].id)")
    }

    private func client(_ other: WatchedTransport? = nil) throws -> OdditiesClient<WriterKey> {
        OdditiesClient(key: try WriterKey("w_key1"), baseURL: OdditiesServer.baseURL, transport: other ?? transport)
    }

    private static func basket(price: DecimalNumber) -> BasketCreate {
        BasketCreate(price: price, shape: .round, content: .bolt(Bolt()), all: [], byName: [:], any: .null)
    }
}
