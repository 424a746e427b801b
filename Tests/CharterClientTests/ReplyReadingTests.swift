import CharterClient
import CharterRuntime
import Testing

@Suite("what a reply holds")
struct ReplyReadingTests {
    private static let nested = APIDescription.Paging.Members(
        items: "page.items",
        total: "meta.counts.total",
        hasMore: "meta.more",
        next: "links.next",
        previous: "links.previous"
    )

    private func page(_ json: String, _ members: APIDescription.Paging.Members) async throws -> Page<Order>? {
        let list = List(.cursor(parameter: "at", boundTo: [], lifetime: nil), members, pages: ["/v1/orders": json])
        return try await list.pages().first()
    }

    private func order(_ json: [UInt8], in member: String? = nil) async throws -> Order {
        let call = Call {
            $0.endpoint.envelope = member.map { .init(single: $0) }
            var reply = HTTPReply.json(200, "")
            reply.body = json
            $0.transport = StubTransport(reply)
        }
        return try await call.client.value(of: call.endpoint, path: ["shop": "s", "id": 7])
    }

    /// What is wrong with a reply, in words.
    private func fault(_ read: () async throws -> Void) async -> String? {
        let error = await #expect(throws: ClientError.self) { try await read() }
        guard case .undecodable(let fault as JSONFault, _)? = error else { return nil }
        #expect(error?.description.hasSuffix(": \(fault)") == true)
        return fault.description
    }

    @Test(
        "has its faults told by place and byte",
        arguments: [
            (#"{"id":"x"}"#, nil, "id", 6), (#"{"a":{},"ID":1}"#, nil, "id", 0),
            (#"{"meta":{"id":1},"result":{"data":{"id":null}}}"#, "result.data", "result.data.id", 40),
            (#"{"result":{"id":1}}"#, "result.data", "result.data", 10),
            (#"{"result":[1]}"#, "result.data", "result", 10),
            (#" [{"id":1}]"#, "data", "the text", 1), ("", nil, "the text", 0),
            (#"{"id":1,"more":[{},{"a":tru}]}"#, nil, "more[1].a", 24),
            (#"{"data":{"id":1},"meta":{"a":01}}"#, "data", "meta.a", 29),
        ] as [(String, String?, String, Int)]
    )
    func place(json: String, member: String?, place: String, byte: Int) async {
        let words = await fault { _ = try await order(Array(json.utf8), in: member) }
        #expect(words?.hasPrefix("\(place) ") == true && words?.hasSuffix(" (byte \(byte))") == true, "\(words ?? "")")
    }

    @Test(
        "has the faults of a page told by place and byte",
        arguments: [
            (#"{"page":{"items":[{"id":1},{"id":2.5}]}}"#, "page.items[1].id", 33),
            (#"{"page":{"items":[{"id":1}]},"meta":{"counts":{"total":"1"}}}"#, "meta.counts.total", 55),
            (#"{"page":{"items":[{"id":1}]},"meta":[]}"#, "meta", 36),
            (#"{"page":{"items":null}}"#, "page.items", 17), (#" {"page":{}}"#, "page.items", 1),
            (#"{"page":null}"#, "page.items", 0), (#"[{"id":1}]"#, "the text", 0),
            (#"{"page":{"items":[]},"x":[0,}"#, "x[1]", 28),
        ]
    )
    func placeInPage(json: String, place: String, byte: Int) async {
        let words = await fault { _ = try await page(json, Self.nested) }
        #expect(words?.hasPrefix("\(place) ") == true && words?.hasSuffix(" (byte \(byte))") == true, "\(words ?? "")")
    }

    @Test("must be UTF-8 to its end, what is not read included", arguments: [[0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80]] as [[UInt8]])
    func invalidUTF8(bytes: [UInt8]) async {
        let json = Array(#"{"id":7,"note":""#.utf8) + bytes + Array(#""}"#.utf8)
        #expect(await fault { _ = try await order(json) } == "note is not UTF-8 (byte 16)")
    }

    @Test("is one value and nothing behind it", arguments: [#"{"id":7}{"id":8}"#, #"{"id":7},"#, #"{"id":7}]"#])
    func trailing(json: String) async {
        #expect(await fault { _ = try await order(Array(json.utf8)) } == "the text goes on behind its end (byte 8)")
        #expect(await fault { _ = try await page(#"{"page":{"items":[]}} 0"#, Self.nested) } == "the text goes on behind its end (byte 22)")
    }

    @Test("may be 64 levels deep and no deeper, in what is not read too", arguments: [("[", "]"), (#"{"a":"#, "}")])
    func depth(open: String, close: String) async throws {
        let nest = { (levels: Int) in String(repeating: open, count: levels) + "0" + String(repeating: close, count: levels) }
        #expect(try await order(Array(#"{"id":7,"x":\#(nest(63))}"#.utf8)).id == 7)
        #expect(try await page(#"{"page":{"items":[]},"x":\#(nest(63))}"#, Self.nested)?.items == [])
        let words = "nested deeper than 64 levels"
        #expect(await fault { _ = try await order(Array(#"{"id":7,"x":\#(nest(64))}"#.utf8)) }?.contains(words) == true)
        #expect(await fault { _ = try await page(#"{"page":{"items":[]},"x":\#(nest(64))}"#, Self.nested) }?.contains(words) == true)
        #expect(await fault { _ = try await order(Array(nest(100_000).utf8), in: "a") }?.contains(words) == true)
    }

    @Test(
        "may have a member twice: the last one counts",
        arguments: [#"{"id":1,"id":7}"#, #"{"id":1,"\u0069d":7}"#, #"{"id":7,"x":1,"x":2}"#]
    )
    func twice(json: String) async throws {
        #expect(try await order(Array(json.utf8)).id == 7)
        let envelope = #"{"result":{"data":{"id":1}},"result":{"data":{"id":2},"data":\#(json)}}"#
        #expect(try await order(Array(envelope.utf8), in: "result.data").id == 7)
        let emptied = #"{"result":{"data":\#(json)},"result":{}}"#
        #expect(await fault { _ = try await order(Array(emptied.utf8), in: "result.data") }?.hasPrefix("result.data is required") == true)
    }

    @Test("has on a page of members that stand twice what the last of them has in it")
    func twiceInPage() async throws {
        let json = """
            {"page": {"items": [{"id": 1}]}, "links": {"next": "a", "previous": "b"}, "meta": {"counts": {"total": 9}, "more": true},
             "meta": {"more": false}, "links": null, "page": {"items": [{"id": 1}, {"id": 2}], "items": [{"id": 3}]}}
            """
        #expect(try await page(json, Self.nested) == Page(items: [Order(id: 3)], hasMore: false))
    }

    @Test(
        "has the members of a page in any order, between others",
        arguments: [[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1]]
    )
    func order(of parts: [Int]) async throws {
        let members = [
            #" "page" : { "size":2, "items" : [ {"id":1} , {"note":{"total":3},"id":2} ] , "total":4 } "#,
            #""meta":{"x":[{"more":false}],"more":true,"counts":{"all":8,"total":7}}"#,
            #""links":{"previous":"","next":"a\"b","self":"c"}"#,
            #""items":[{"id":9}],"total":6,"next":"d""#,
        ]
        let json = "{\(parts.map { members[$0] }.joined(separator: ","))}"
        #expect(try await page(json, Self.nested) == Page(items: [Order(id: 1), Order(id: 2)], total: 7, next: #"a"b"#, hasMore: true))
    }

    @Test("has members of a page that are absent or null, or stand in what is", arguments: ["", #","meta":null,"links":{"next":null}"#])
    func absent(rest: String) async throws {
        #expect(try await page(#"{"page":{"items":[]}\#(rest)}"#, Self.nested) == Page(items: []))
    }

    @Test(
        "leads on by a text or a whole number",
        arguments: [
            (#""a""#, "a"), (#""""#, nil), ("17", "17"), ("-9223372036854775808", "-9223372036854775808"), ("null", nil), ("true", nil),
            ("1.5", nil), (#"["a"]"#, nil), (#"{"a":1}"#, nil),
        ] as [(String, String?)]
    )
    func position(json: String, text: String?) async throws {
        let read = try await page(#"{"links":{"next":\#(json),"previous":\#(json)},"page":{"items":[]}}"#, Self.nested)
        #expect(read == Page(items: [], next: text, previous: text))
        let list = List(
            .after(parameter: "after", field: "meta.key", before: nil),
            .init(items: "data", hasMore: "more"),
            pages: [
                "/v1/orders": #"{"data":[{"id":1,"meta":{"key":"no"}}, {"meta":{"key":0,"key":\#(json)},"id":2}],"more":true}"#,
                "/v1/orders?after=\(text ?? "")": #"{"data":[{"id":3}],"more":false}"#,
            ]
        )
        let (ids, fault) = try await list.idsAndFault()
        #expect((ids, fault) == (text == nil ? ([], .missingField("meta.key")) : ([1, 2, 3], nil)))
    }

    @Test("has no field to lead on by where the last item's way to it ends early", arguments: ["{}", "null", "1", #"["key"]"#])
    func noField(rest: String) async throws {
        let list = List(
            .after(parameter: "after", field: "meta.key", before: nil),
            .init(items: "data", hasMore: "more"),
            pages: ["/v1/orders": #"{"data":[{"id":1,"meta":{"key":"x"}},{"id":2,"meta":\#(rest)}],"more":true}"#]
        )
        #expect(try await list.idsAndFault() == ([], .missingField("meta.key")))
    }
}
