import CharterContract
import Testing

/// `!assumed` marks facts that the documentation leaves out; `!documented` reopens inside.
@Suite("Assumptions")
struct AssumptionTests {
    @Test("cover everything below their mark, until it is reopened")
    func subtree() throws {
        let types = try TestContract.types(
            """
              Stated: { about: A type., fields: { a: { type: string, about: A. }, b: { type: !assumed string, about: B. } } }
              Guessed: !assumed
                about: A type.
                fields:
                  a: { type: string, about: A. }
                  b: !documented { list: !assumed { type: string }, about: B. }
              Alias: !assumed string
            """
        )
        #expect(types["Stated"]?.isAssumed == false)
        #expect(types["Stated"]?.properties.map(\.schema.isAssumed) == [false, false])
        #expect(types["Guessed"]?.isAssumed == true)
        #expect(types["Guessed"]?.properties.map(\.schema.isAssumed) == [true, false])
        #expect(types["Guessed"]?.properties.last?.schema.item?.isAssumed == true)
        #expect(types["Alias"]?.isAssumed == true)
    }

    @Test("reach endpoints from the group in which they stand")
    func endpoints() throws {
        let api = try TestContract.api(
            """
            credentials: { apiKey: { header: X-API-Key, kinds: { all: { prefix: k_, use: anywhere, holds: any } } } }
            scopes: { READ: Read. }
            limits: { tight: { allow: 1, per: 1s, by: key } }
            groups: { shops: { prefix: /shops, auth: !assumed apiKey, scope: READ, limits: !assumed [tight] } }
            endpoints:
              GET /shops: { id: inherits, does: Look, returns: { 204: none } }
              POST /shops:
                id: overrides
                does: Make
                auth: apiKey
                scope: !assumed READ
                limits: none
                takes: !assumed string
                returns: !assumed { 201: !documented string }
                fails: !assumed { 409: { code: taken, when: It is taken. } }
              PUT /shops: { id: answers, does: Put, takes: string, returns: !assumed { 204: none } }
            """
        )
        #expect(try api.endpoint("inherits").assumed == ["auth", "limits"])
        #expect(try api.endpoint("overrides").assumed == ["scope", "takes", "fails"])
        #expect(try api.endpoint("overrides").failures.filter { !$0.isDerived }.map(\.isAssumed) == [true])
        #expect(try api.endpoint("answers").assumed == ["auth", "limits", "returns"])
    }

    @Test("are named one by one where only some of a form are marked")
    func parts() throws {
        let api = try TestContract.api(
            """
            errors: { body: { status: status, at?: !assumed time }, faults: !assumed { body-too-large: 400 }, closed: [400, 404, 405, 500] }
            json: { names: camelCase, timestamps: !assumed seconds }
            pagination:
              byCursor:
                style: cursor
                pageSize: { parameter: limit, default: 20, max: 100, below: reject, above: reject }
                cursor: { parameter: cursor }
                response: { items: !assumed items, next: next }
            endpoints:
              GET /: !assumed { id: look, does: Look, pagination: !documented byCursor, returns: { list: string } }
              GET /all: { id: lookAtAll, does: Look, returns: !assumed string }
            """
        )
        #expect(api.assumed == ["errors.body.at", "errors.faults", "json.timestamps"])
        #expect(try api.endpoint("look").paging?.assumed == ["response.items"])
        #expect(try api.endpoint("look").assumed == ["endpoint", "returns"])
        #expect(try api.endpoint("lookAtAll").assumed == ["returns"])
    }

    @Test("are named for the API as a whole and for its paging")
    func sections() throws {
        let api = try TestContract.api(
            """
            contact: !assumed { name: Shop }
            license: { name: MIT }
            errors: !assumed { body: problem }
            tenancy: { name: shop, from: { path: tag }, foreign: !assumed 404 }
            path: { tag: { type: slug, about: The shop. } }
            pagination:
              byOffset:
                style: offset
                pageSize: { parameter: limit, default: 20, max: !assumed 100, below: reject, above: !assumed clamp }
                offset: !assumed { parameter: offset }
                response: !assumed { items: items }
            endpoints:
              GET /shops/:tag: { id: list, does: List, pagination: byOffset, returns: { list: string } }
            """
        )
        #expect(api.assumed == ["contact", "errors", "tenancy.foreign"])
        #expect(try api.endpoint("list").paging?.assumed == ["pageSize.max", "pageSize.above", "offset", "response"])
    }

    @Test(
        "are counted by the facts below them; names, descriptions and examples are none",
        arguments: [
            ("Thing: { about: A thing., fields: { a: { type: string, about: A. } } }", 0),
            ("Thing: !assumed { about: A thing., type: string, example: thing }", 1),
            ("Thing: !assumed { about: A thing., type: string, length: 1..5, pattern: 'a', example: a }", 3),
            ("Thing: !assumed { about: A thing., fields: { a: { type: date, about: A. }, b: !documented { type: date, about: B. } } }", 1),
            ("Thing: !assumed { about: A thing., list: { type: integer, range: 1.. }, count: 3 }", 3),
        ]
    )
    func counts(_ type: String, _ count: Int) {
        let compiled = TestContract.compile("endpoints: { GET /: { id: look, does: Look, returns: { 204: none } } }\ntypes:\n  \(type)\n")
        #expect(compiled.api != nil)
        #expect(compiled.assumedFacts == count)
    }
}

extension Schema {
    fileprivate var properties: [SchemaProperty] {
        if case .object(let properties) = shape { properties } else { [] }
    }

    fileprivate var item: Schema? {
        if case .list(let item, _) = shape { item } else { nil }
    }
}
