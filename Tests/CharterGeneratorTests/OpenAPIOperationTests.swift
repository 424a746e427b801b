import CharterContract
import CharterOpenAPI
import Testing

/// The operations of the OpenAPI document of a contract with every feature.
@Suite("OpenAPI operations")
struct OpenAPIOperationTests {
    private let document: OrderedJSON

    init() throws {
        document = try OpenAPIDocument(ContractCase(name: "library").api()).json
    }

    private func operation(_ method: String, _ path: String) throws -> OrderedJSON {
        try #require(document["paths"]?[path]?[method])
    }

    @Test("describes, files and bounds every operation")
    func operations() throws {
        let tags = Set(document["tags"]?.elements.compactMap { $0["name"]?.text } ?? [])
        let operations = document["paths"]?.memberValues.flatMap(\.memberValues) ?? []
        #expect(operations.count == 6)
        for operation in operations {
            let id = operation["operationId"]?.text ?? ""
            #expect(operation["summary"]?.text?.isEmpty == false, "\(id)")
            #expect(operation["description"]?.text?.last == ".", "\(id)")
            #expect(operation["security"] != nil, "\(id)")
            #expect(operation["responses"]?.memberNames.contains { $0.hasPrefix("4") || $0.hasPrefix("5") } == true, "\(id)")
            for tag in operation["tags"]?.elements ?? [] { #expect(tags.contains(tag.text ?? ""), "\(id)") }
            for parameter in operation["parameters"]?.elements ?? [] {
                #expect(parameter["description"] != nil && parameter["schema"] != nil && parameter["example"] != nil, "\(id)")
            }
        }
        #expect(try operation("get", "/branches/{branch}/books")["tags"] == ["branches"])
        #expect(try operation("get", "/branches/{branch}/loans")["tags"] == ["loans"])
        #expect(try operation("get", "/hours")["tags"] == nil)
    }

    @Test("asks nothing of callers of an open endpoint")
    func openEndpoint() throws {
        let open = try operation("get", "/hours")
        #expect(open["security"] == [])
        #expect(open["x-required-scopes"] == [])
        #expect(open["x-charter-key-kinds"] == [])
        #expect(open["x-charter-limits"] == nil)
        #expect(open["x-charter-pagination"] == nil)
        #expect(open["responses"]?.memberNames == ["200", "500"])
        #expect(open["description"] == "Say when the branches are open.")
    }

    @Test("names the documented scope alone, and the kinds of key that reach")
    func scopes() throws {
        let books = try operation("get", "/branches/{branch}/books")
        #expect(books["security"] == [["card": []]])
        #expect(books["x-required-scopes"] == ["read"])
        #expect(books["x-charter-key-kinds"] == ["guest", "member", "librarian"])
        let borrow = try operation("post", "/branches/{branch}/loans")
        #expect(borrow["x-required-scopes"] == ["lend"])
        #expect(borrow["x-charter-key-kinds"] == ["member", "librarian"])
        let giveBack = try operation("delete", "/branches/{branch}/loans/{id}")
        #expect(giveBack["x-required-scopes"] == [])
        #expect(giveBack["description"]?.text?.contains("Needs a key `g_…`, `m_…` or `l_…`.") == true)
    }

    @Test("lists the endpoint's limits, then those of each kind of key")
    func limits() throws {
        let calm: (String) -> OrderedJSON = {
            ["name": "calm", "allow": 10, "per": 1, "by": "key", "kind": "throttle", "keyKind": .string($0)]
        }
        let loans: OrderedJSON = [
            "name": "loans", "allow": 5, "per": 2_592_000, "by": "tenant", "kind": "quota", "counts": "effects",
        ]
        #expect(try operation("post", "/branches/{branch}/loans")["x-charter-limits"] == [loans, calm("librarian")])
        #expect(try operation("get", "/branches/{branch}/books")["x-charter-limits"] == [calm("guest"), calm("librarian")])
        let text = try operation("post", "/branches/{branch}/loans")["description"]?.text
        #expect(text?.contains("At most 5 in 30 days for each branch. Renewals count too.") == true)
    }

    @Test("bounds a page size only where the server refuses what is outside")
    func pageSizes() throws {
        func schema(_ path: String, _ name: String) throws -> OrderedJSON? {
            try operation("get", path)["parameters"]?.elements.first { $0["name"] == .string(name) }?["schema"]
        }
        let strict = try schema("/branches/{branch}/books", "limit")
        #expect(strict == ["type": "integer", "minimum": 1, "maximum": 100, "default": 20, "example": 20])
        let lenient = try schema("/branches/{branch}/loans", "size")
        #expect(lenient == ["type": "integer", "default": 5, "example": 5])
        #expect(try schema("/branches/{branch}/loans", "skip")?["minimum"] == 0)
    }

    @Test("says how lists are paged")
    func pagination() throws {
        let strict: OrderedJSON = [
            "name": "strict", "style": "offset",
            "pageSize": ["parameter": "limit", "default": 20, "max": 100, "below": "reject", "above": "reject"],
            "offset": ["parameter": "offset"],
            "response": ["items": "books", "total": "total", "hasMore": "more", "pageSize": "limit", "offset": "offset"],
        ]
        #expect(try operation("get", "/branches/{branch}/books")["x-charter-pagination"] == strict)
        let lenient = try operation("get", "/branches/{branch}/loans")
        #expect(lenient["x-charter-pagination"]?["response"] == ["items": "data"])
        let content = lenient["responses"]?["200"]?["content"]?["application/json"]
        #expect(content?["schema"]?["required"] == ["data"])
        #expect(content?["schema"]?["properties"]?["data"]?["items"] == ["$ref": "#/components/schemas/Loan"])
    }

    @Test("carries the marks of what is assumed")
    func assumed() throws {
        #expect(document["x-charter-assumed"] == ["license", "tenancy.foreign", "errors"])
        let errors: [OrderedJSON] = ["errors.400", "errors.401", "errors.403", "errors.404", "errors.500"]
        let books = try operation("get", "/branches/{branch}/books")
        #expect(books["x-charter-assumed"] == .array(["pagination.pageSize.above"] + errors))
        let loans = try operation("get", "/branches/{branch}/loans")
        #expect(loans["x-charter-assumed"] == .array(["returns"] + errors))
        #expect(books["parameters"]?.elements.map { $0["x-charter-assumed"] } == [nil, nil, true, nil, nil])
        let schemas = document["components"]?["schemas"]
        #expect(schemas?["Shelf"]?["x-charter-assumed"] == true)
        #expect(schemas?["Shelf"]?["properties"]?["room"]?["x-charter-assumed"] == nil)
        #expect(schemas?["Loan"]?["x-charter-assumed"] == nil)
        #expect(
            schemas?["Loan"]?["properties"]?.memberNames.filter { schemas?["Loan"]?["properties"]?[$0]?["x-charter-assumed"] == true } == [
                "lent"
            ]
        )
    }

    @Test("passes the contract's extensions on")
    func extensions() throws {
        #expect(document["x-audience"] == ["partners"])
        #expect(try operation("get", "/branches/{branch}/books")["x-note"] == ["stable": true, "since": .number("2.0")])
        let book = document["components"]?["schemas"]?["Book"]
        #expect(book?["x-table"] == "books")
        #expect(book?["properties"]?["weight"]?["x-unit"] == "kg")
    }

    @Test("lists several failures of one status")
    func failures() throws {
        let conflict = try operation("post", "/branches/{branch}/loans")["responses"]?["409"]
        #expect(conflict?["description"] == "- `lent-out`: Somebody else has it.\n- `too-many`: The reader has too many books.")
        let example = conflict?["content"]?["application/problem+json"]?["example"]
        #expect(example == ["type": "about:blank", "title": "Somebody else has it.", "status": 409, "code": "lent-out"])
    }

    @Test(
        "says spans of time as people do",
        arguments: [
            (1, "a second"), (60, "a minute"), (3_600, "an hour"), (86_400, "24 hours"), (2_592_000, "30 days"), (7_200, "2 hours"),
            (900, "15 minutes"), (90, "90 seconds"),
        ]
    )
    func spans(_ seconds: Int, _ words: String) throws {
        let api = try SmallContract.api(
            """
            limits: { calm: { allow: 3, per: \(seconds)s, by: key } }
            credentials: { key: { header: X-Key, kinds: { live: { prefix: l_, use: anywhere, holds: any } } } }
            endpoints:
              GET /things: { id: getThing, does: Get a thing, auth: key, scope: none, limits: [calm], returns: string }
            """
        )
        let operation = OpenAPIDocument(api).json["paths"]?["/things"]?["get"]
        #expect(operation?["description"]?.text?.hasSuffix("At most 3 in \(words) for each key.") == true)
    }
}
