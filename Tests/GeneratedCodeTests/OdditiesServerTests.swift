import CharterClient
import CharterConformance
import CharterRuntime
import CharterServerTesting
import HTTPTypes
import OdditiesAPIClient
import OdditiesModels
import Testing

/// Another API than the one that drives the work: its server keeps its contract, and its client can talk to it.
@Suite("The server and the client of an odd contract")
struct OdditiesServerTests {
    /// Whether a check asks what the server was told before, or whether there is such a thing: this one keeps nothing, and has everything.
    private static func isAboutMemory(_ check: Check) -> Bool {
        check.family == .readback || check.name.contains("/not-found/")
    }

    @Test("pass every check", arguments: APIDescription.oddities.endpoints)
    func conformance(endpoint: APIDescription.Endpoint) async throws {
        let server = try OdditiesServer()
        let suite = ConformanceSuite(.oddities, server: ServerUnderTest(transport: server.transport, fixtures: server.fixtures))
        for check in APIDescription.oddities.conformanceChecks(of: endpoint) where !Self.isAboutMemory(check) {
            let result = await suite.run(check)
            #expect(result.outcome != .failed, "\(result)")
        }
    }

    @Test("page by clamped sizes, with a wire name in snake case")
    func pages() async throws {
        let client = try client(ReaderKey("r_key0"))
        let since = Timestamp(secondsSinceEpoch: 0)
        #expect(try await client.listThings(since: since).first().items.count == 5)
        #expect(try await client.listThings(since: since, pageSize: 99).first().items.count == 7)
        #expect(try await client.listThings(since: since, pageSize: 0, skip: 8).first().items.count == 1)
        var ids: [UniqueID] = []
        for try await thing in client.listThings(since: since, state: .on, minWeight: 0.5) { ids.append(thing.id) }
        #expect(ids.count == 9)
        #expect(Set(ids).count == 9)
    }

    @Test("refuse a value that an enumeration of the query does not have")
    func unknownFilter() async throws {
        let client = try client(ReaderKey("r_key0"))
        let problem = await problem {
            _ = try await client.listThings(since: Timestamp(secondsSinceEpoch: 0), state: .unknown("?")).first()
        }
        #expect(problem?.status == 400)
        #expect(problem?.errors?.map(\.field) == ["query.state"])
    }

    @Test("carry odd values in a path, once encoded and once decoded")
    func oddPath() async throws {
        let client = try client(RootKey("root_key3"))
        let body = ATypeWhoseNameHasExactlySixtyCharactersForTheLongestLines123(
            aFieldWhoseNameHasExactlySixtyCharactersForTheLongestLine123: .short,
            anOtherFieldWhoseNameHasExactlySixtyCharsAsANull1: nil
        )
        let moved = try await client.anEndpointWhoseIdHasExactlySixtyCharactersForLongLinesInIt12(
            id: UniqueID(),
            in: "a/b%2Fc ?ü",
            body: body
        )
        #expect(moved.words == ["abc"])
    }

    @Test("answer with what the contract documents")
    func failures() async throws {
        let client = try client(WriterKey("w_key1"))
        let taken = await problem { _ = try await client.putThing(body: PutThingBody(class: "taken")) }
        #expect(taken?.code == "thing.taken")
        let id = SmallOddities.things[0].id
        try await client.default(id: id)
        let missing = await problem { try await client.default(id: UniqueID()) }
        #expect(missing?.status == 404)
    }

    @Test("refuse a change that changes nothing, and not one that clears")
    func emptyChange() async throws {
        let client = try client(WriterKey("w_key1"))
        let id = SmallOddities.things[0].id
        let empty = await problem { _ = try await client.changeBasket(id: id, body: BasketChange()) }
        #expect((empty?.status, empty?.errors?.map(\.field)) == (400, ["body"]))
        _ = try await client.changeBasket(id: id, body: BasketChange(hues: .null))
    }

    @Test("answer a malformed id as an unknown one, and tell the revision")
    func answers() async throws {
        let request = HTTPRequest(
            method: .patch,
            scheme: "http",
            authority: "127.0.0.1:8080",
            path: "/baskets/none",
            headerFields: [.contentType: "application/json"]
        )
        var authorized = request
        let token = try #require(HTTPField.Name("X-Odd-Token"))
        authorized.headerFields[token] = "w_key1"
        let reply = try await OdditiesServer().transport.send(authorized, body: Array("{}".utf8))
        #expect(reply.head.status.code == 404)
        let revision = try #require(HTTPField.Name("X-Odd-Revision"))
        #expect(reply.head.headerFields[revision] == "2026-05-01")
    }

    private func client<Key: OdditiesKey>(_ key: Key) throws -> OdditiesClient<Key> {
        OdditiesClient(key: key, baseURL: OdditiesServer.baseURL, transport: try OdditiesServer().transport)
    }

    private func problem(of call: () async throws -> Void) async -> Problem? {
        do {
            try await call()
        } catch ClientError.refused(_, let problem, _) {
            return problem
        } catch {}
        return nil
    }
}
