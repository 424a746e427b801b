import CharterRuntime
import HTTPTypes
import Testing

@Suite("Parameters")
struct ParameterTests {
    private func faultyFields(_ path: String) async throws -> [String] {
        let reply = try await TrialServer().send(.get, path, key: TrialServer.reader)
        #expect(reply.status == 200 || reply.outcome == "400 invalid-request", "\(path) \(reply.text)")
        return reply.faultyFields
    }

    @Test(
        "takes values that fit",
        arguments: [
            "q=ab", "q=%C3%A9%C3%A9%C3%A9%C3%A9%C3%A9", "q=a+b%20c", "category=talk", "year=2026", "near=-1.5e1", "", "&&",
            "unknown=1&unknown=2",
            "limit=1&offset=0", "limit=100", "%zz=1", "year=02026",
        ]
    )
    func fitting(query: String) async throws {
        #expect(try await faultyFields("communities/a/events?\(query)").isEmpty)
    }

    @Test(
        "refuses values that do not",
        arguments: [
            ("q=", "q"), ("q", "q"), ("q=abcdef", "q"), ("q=%zz", "q"), ("q=%FF", "q"), ("q=a&q=b", "q"), ("category=swim", "category"),
            ("year=1999", "year"), ("year=x", "year"), ("year=", "year"), ("year=%2B2026", "year"), ("year=2026.0", "year"),
            ("near=nan", "near"), ("near=0x1p4", "near"), ("near=", "near"), ("near=1e999", "near"), ("limit=0", "limit"),
            ("limit=-1", "limit"),
            ("limit=101", "limit"), ("limit=x", "limit"), ("limit=1.0", "limit"), ("limit=--1", "limit"), ("limit=", "limit"),
            ("limit=5&limit=5", "limit"), ("limit=99999999999999999999", "limit"), ("offset=-1", "offset"), ("offset=x", "offset"),
            ("offset=1&offset=1", "offset"), ("offset=9007199254740992", "offset"), ("offset=-99999999999999999999", "offset"),
        ]
    )
    func unfitting(query: String, name: String) async throws {
        #expect(try await faultyFields("communities/a/events?\(query)") == ["query.\(name)"])
    }

    @Test("collects every fault of path, query and body")
    func everyFault() async throws {
        let fields = try await faultyFields("communities/a/events?limit=0&offset=x&q=&year=1")
        #expect(fields == ["query.q", "query.year", "query.limit", "query.offset"])
        let reply = try await TrialServer().send(
            .patch,
            "communities/a/segments/\(String(repeating: "x", count: 21))",
            key: TrialServer.admin,
            body: "{}"
        )
        #expect(reply.faultyFields == ["path.id", "title", "startsAt"])
    }

    @Test("decodes a value in the path once", arguments: [("a%2Fb", "a/b"), ("a%2520b", "a%20b"), ("%C3%A9", "é"), ("a+b", "a+b")])
    func decodedPath(text: String, value: String) async throws {
        let reply = try await TrialServer().send(.get, "communities/a/events/\(text)", key: TrialServer.reader)
        #expect(try JSONCoding.decode(Echo.self, from: reply.body).values["slug"] == value)
    }

    @Test("answers 400 to a path that is not encoded well", arguments: ["%zz", "%F", "%FF", "x%"])
    func malformedPath(text: String) async throws {
        #expect(try await faultyFields("communities/a/events/\(text)") == ["path.slug"])
        #expect(try await faultyFields("communities/\(text)/events/x") == ["path.tag"])
    }
}
