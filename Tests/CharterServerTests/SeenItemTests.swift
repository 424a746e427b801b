import CharterRuntime
import CharterServer
import HTTPTypes
import Testing

/// The items by which a request says where its page begins.
@Suite("Items that were seen")
struct SeenItemTests {
    private func server(_ id: APIDescription.Schema) -> SmallServer {
        let endpoint = APIDescription.Endpoint.get {
            $0.success.body = .named("Thing")
            $0.paging = .init(
                name: "p",
                pageSize: .init(parameter: "size", defaultValue: 2, minimum: 1, maximum: 4, below: .reject, above: .reject),
                position: .after(parameter: "after", field: "key.id", before: "before"),
                members: .init(items: "items")
            )
        }
        let types: [String: APIDescription.Schema] = ["Thing": .object([.init("key", .object([.init("id", id)]))])]
        return SmallServer(.small([endpoint]) { $0.types = types }) { routes, api in
            routes.page(api.endpoints[0]) { request in Page(items: [request.cursorPage.cursor ?? request.cursorPage.before ?? ""]) }
        }
    }

    @Test(
        "are named by a value that their field can have",
        arguments: [
            ("after=thg_1", []), ("before=thg_1", []), ("after=shp_1", ["query.after"]),
            ("before=shp_1&size=9", ["query.size", "query.before"]),
        ]
    )
    func texts(query: String, faults: [String]) async throws {
        #expect(try await server(.string(pattern: #"^thg_\S+$"#)).send(.get, "/things?\(query)").faultyFields == faults)
    }

    @Test("may be numbered", arguments: [("after=7", []), ("after=x", ["query.after"]), ("after=0", ["query.after"])])
    func numbers(query: String, faults: [String]) async throws {
        #expect(try await server(.integer(range: .init(1))).send(.get, "/things?\(query)").faultyFields == faults)
    }
}
