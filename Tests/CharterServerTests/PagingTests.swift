import CharterRuntime
import HTTPTypes
import Testing

@Suite("Pages")
struct PagingTests {
    private func list(_ query: String) async throws -> JSONValue? {
        try await TrialServer().send(.get, "communities/a/events?\(query)", key: TrialServer.reader).json
    }

    @Test("have the members that the endpoint names")
    func memberNames() async throws {
        let reply = try await TrialServer().send(.get, "communities/a/events?limit=2&offset=3", key: TrialServer.reader)
        #expect(reply.text == #"{"items":[3,4],"count":45,"more":true,"limit":2,"from":3}"#)
        #expect(reply.head.headerFields[.contentType] == "application/json")
    }

    @Test("have the default size where none is asked for")
    func defaultSize() async throws {
        let page = try await list("")
        #expect(page?["limit"] == .integer(20))
        #expect(page?["from"] == .integer(0))
    }

    @Test(
        "say whether more follow",
        arguments: [
            ("limit=44", true), ("limit=45", false), ("limit=5&offset=40", false), ("limit=5&offset=39", true), ("offset=100", false),
        ]
    )
    func hasMore(query: String, more: Bool) async throws {
        #expect(try await list(query)?["more"] == .boolean(more))
    }

    @Test(
        "bring a size within its bounds where the endpoint says so",
        arguments: [("0", "1"), ("-5", "1"), ("101", "100"), ("99999999999999999999", "100"), ("-99999999999999999999", "1"), ("7", "7")]
    )
    func clamping(asked: String, given: String) async throws {
        let reply = try await TrialServer().send(.get, "communities/a/events/7/guests?limit=\(asked)", key: TrialServer.reader)
        #expect(reply.text == #"{"guests":["\#(given) of 7"]}"#)
    }
}
