import CharterContract
import CharterOpenAPI
import Testing

/// What an OpenAPI document says of an API as a whole, in words and examples that are the API's own.
@Suite("Conventions in OpenAPI")
struct OpenAPIConventionTests {
    private func document(_ lines: String) throws -> OrderedJSON {
        try OpenAPIDocument(SmallContract.api(lines)).json
    }

    private let endpoint = """
        endpoints:
          POST /things:
            id: makeThing
            does: Make a thing
            auth: none
            takes: string
            returns: { 201: string }
            fails: { 409: [{ code: name-taken, when: The name is taken. }, { code: too-many, when: There are enough. }] }
          PUT /things: { id: putThing, does: Put a thing, auth: none, takes: string, returns: { 204: none } }
          POST /others: { id: makeOther, does: Make another, auth: none, takes: string, returns: { 204: none } }

        """

    @Test("say how requests are read, as far as that is not usual")
    func requests() throws {
        #expect(try document(endpoint)["x-charter-requests"] == nil)
        let read = try document(
            "requests: { query: { repeated: last, unknown: ignore }, body: { size: 64KiB, depth: 64 }, time: 30s, head: no, options: yes }\n"
                + endpoint
        )
        let expected: OrderedJSON = ["query": ["repeated": "last"], "body": ["size": 65_536], "time": 30, "head": false]
        #expect(read["x-charter-requests"] == expected)
    }

    @Test("offer the header field that stands for a method where there is another method")
    func override() throws {
        let paths = try document("requests: { override: X-Method }\n" + endpoint)["paths"]
        let parameters = paths?["/things"]?["post"]?["parameters"]?.elements ?? []
        #expect(parameters.map { $0["name"] } == ["X-Method"])
        #expect(parameters.first?["schema"]?["enum"] == ["PUT"])
        #expect(paths?["/things"]?["put"]?["parameters"] == nil)
        #expect(paths?["/others"]?["post"]?["parameters"] == nil)
    }

    @Test("bound the list of faults where the first alone is told", arguments: ["problem", "{ list: { list: { at: fault-field } } }"])
    func reports(body: String) throws {
        for (reports, most) in [("first", 1 as OrderedJSON?), ("every", nil)] {
            let document = try document("errors: { body: \(body), reports: \(reports), paths: pointer }\n" + endpoint)
            let properties = document["components"]?["schemas"]?["Problem"]?["properties"]
            #expect((properties?["errors"] ?? properties?["list"])?["maxItems"] == most)
            #expect(document["x-charter-errors"] == ["reports": most.map { _ in "first" }, "paths": "pointer"])
        }
    }

    @Test("tell codes only where error bodies have them")
    func codes() throws {
        for (body, text) in [
            ("problem", "- `name-taken`: The name is taken.\n- `too-many`: There are enough."),
            ("{ text: message }", "- The name is taken.\n- There are enough."),
        ] {
            let operation = try document("errors: { body: \(body) }\n" + endpoint)["paths"]?["/things"]?["post"]
            #expect(operation?["responses"]?["409"]?["description"]?.text == text)
        }
    }

    @Test("show errors as this API writes them")
    func examples() throws {
        let document = try document(
            "json: { timestamps: milliseconds }\nerrors: { body: { at: time, path: path, method: method, code: code } }\n" + endpoint
        )
        let example: OrderedJSON = ["at": "2026-05-01T10:23:18.114Z", "path": "/v1/things", "method": "POST", "code": "name-taken"]
        #expect(document["components"]?["schemas"]?["Problem"]?["example"] == example)
    }

    @Test(
        "promise header fields of limits where every caller has one",
        arguments: [("[calm]", "[]", true), ("none", "[calm]", false), ("[free]", "[]", false)]
    )
    func limits(own: String, key: String, isRequired: Bool) throws {
        let document = try document(
            """
            limitHeaders: { draft: yes }
            plans: { some: A plan. }
            limits: { calm: { allow: 3, per: 10s, by: key }, free: { allow: { some: 3 }, per: 10s, by: tenant } }
            tenancy: { name: shop, from: key, foreign: 404 }
            credentials:
              key: { header: X-Key, kinds: { a: { prefix: a_, use: anywhere, holds: any, limits: \(key) }, b: { prefix: b_, use: anywhere, holds: any } } }
            endpoints:
              GET /things: { id: getThing, does: Get a thing, auth: key, scope: none, limits: \(own), returns: string }

            """
        )
        let fields = document["paths"]?["/things"]?["get"]?["responses"]?["200"]?["headers"]
        #expect(fields?["RateLimit"]?["required"] == .boolean(isRequired))
        let name = own == "[free]" ? "free" : "calm"
        #expect(fields?["RateLimit-Policy"]?["example"]?.text == "\"\(name)\";q=3;w=10")
    }
}
