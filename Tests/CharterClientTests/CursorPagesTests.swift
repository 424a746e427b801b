import CharterClient
import CharterRuntime
import Testing

@Suite("pages by cursor or item")
struct CursorPagesTests {
    static let cursor = APIDescription.Paging.Position.cursor(parameter: "cursor", boundTo: ["state"], lifetime: nil)
    static let after = APIDescription.Paging.Position.after(parameter: "after", field: "id", before: nil)

    @Test("begin before an item and lead on to it, where there is a way back")
    func beforeItem() async throws {
        let list = List(
            .after(parameter: "after", field: "id", before: "before"),
            .init(items: "data"),
            pages: [
                // The page before is short at the beginning of the list, which is not its end.
                "/v1/orders?before=2": #"{"data":[{"id":1}]}"#, "/v1/orders?after=1": #"{"data":[{"id":2},{"id":3}]}"#,
                "/v1/orders?after=3": #"{"data":[]}"#, "/v1/orders?before=1": #"{"data":[]}"#,
            ]
        )
        #expect(try await list.ids(from: .before("2")) == [1, 2, 3])
        #expect(try await list.ids(from: .before("1")) == [])
        let oneWay = List(Self.after, pages: [:])
        await #expect(throws: ClientError.self) { try await oneWay.ids(from: .before("2")) }
        #expect(await oneWay.paths == [])
    }

    @Test("end with the first page where no other can be had, whatever it says")
    func firstOnly() async throws {
        let members = APIDescription.Paging.Members(items: "data", total: "of", hasMore: "more")
        let list = List(.first, members, pages: ["/v1/orders?limit=2": #"{"data":[{"id":1},{"id":2}],"of":9,"more":true}"#])
        #expect(try await list.ids(size: 2) == [1, 2])
        #expect(await list.paths == ["/v1/orders?limit=2"])
    }

    @Test(
        "follow cursors until there is none",
        arguments: [#"{"data":[{"id":3}],"next":null}"#, #"{"data":[{"id":3}]}"#, #"{"data":[{"id":3}],"next":""}"#]
    )
    func cursors(last: String) async throws {
        let list = List(
            Self.cursor,
            pages: [
                "/v1/orders?state=new&limit=9": #"{"data":[{"id":1},{"id":2}],"next":"a+b"}"#,
                "/v1/orders?state=new&limit=9&cursor=a%2Bb": last,
            ]
        )
        #expect(try await list.ids(size: 9, state: "new") == [1, 2, 3])
        #expect(try await list.ids(size: 9, from: .cursor("a+b"), state: "new") == [3])
    }

    @Test("lead on past an empty page, which is not shown")
    func emptyPage() async throws {
        let list = List(
            Self.cursor,
            .init(items: "page.items", total: "page.total", next: "page.next", previous: "page.back"),
            pages: [
                "/v1/orders": #"{"page":{"items":[{"id":1}],"next":"a","total":2}}"#,
                "/v1/orders?cursor=a": #"{"page":{"items":[],"next":7}}"#,
                "/v1/orders?cursor=7": #"{"page":{"items":[{"id":2}],"back":"a"}}"#,
            ]
        )
        var pages: [Page<Order>] = []
        for try await page in list.pages().pages { pages.append(page) }
        #expect(pages == [Page(items: [Order(id: 1)], total: 2, next: "a"), Page(items: [Order(id: 2)], previous: "a")])
    }

    @Test("stop with an error where a cursor comes again")
    func repeatedCursor() async throws {
        let list = List(
            Self.cursor,
            pages: [
                "/v1/orders": #"{"data":[{"id":1}],"next":"a"}"#, "/v1/orders?cursor=a": #"{"data":[{"id":2}],"next":"b"}"#,
                "/v1/orders?cursor=b": #"{"data":[{"id":3}],"next":"a"}"#,
            ]
        )
        #expect(try await list.idsAndFault() == ([1, 2], .repeatedPosition))
        #expect(await list.paths.count == 3)
    }

    @Test("end where hasMore says so, and miss the cursor where it promises more")
    func hasMore() async throws {
        let members = APIDescription.Paging.Members(items: "data", hasMore: "more", next: "next")
        let ended = List(Self.cursor, members, pages: ["/v1/orders": #"{"data":[{"id":1}],"next":"a","more":false}"#])
        #expect(try await ended.ids() == [1])
        let broken = List(Self.cursor, members, pages: ["/v1/orders": #"{"data":[{"id":1}],"more":true}"#])
        #expect(try await broken.idsAndFault().fault == .missingPosition)
    }

    @Test("follow the last item until a page is short")
    func afterItem() async throws {
        let list = List(
            Self.after,
            pages: [
                "/v1/orders": #"{"data":[{"id":1},{"id":2}]}"#, "/v1/orders?after=2": #"{"data":[{"id":3},{"id":4}]}"#,
                "/v1/orders?after=4": #"{"data":[{"id":5}]}"#,
            ]
        )
        #expect(try await list.ids() == [1, 2, 3, 4, 5])
        #expect(try await list.ids(from: .after("2")) == [3, 4, 5])
    }

    @Test("follow a field of the item that its type does not have, until hasMore or the total says that all is there")
    func rawField() async throws {
        let position = APIDescription.Paging.Position.after(parameter: "after", field: "meta.key", before: nil)
        for (members, rest) in [("more", "true"), ("total", "3")] {
            let list = List(
                position,
                .init(items: "data", total: "total", hasMore: "more"),
                pages: [
                    "/v1/orders": #"{"data":[{"id":1,"meta":{"key":"x"}}],"\#(members)":\#(rest)}"#,
                    "/v1/orders?after=x": #"{"data":[{"id":2,"meta":{"key":"y"}},{"id":3}],"more":false}"#,
                ]
            )
            #expect(try await list.ids() == [1, 2, 3])
        }
    }

    @Test("stop with an error where the last item has no such field, or is the same again")
    func lostItem() async throws {
        let lost = List(
            Self.after,
            .init(items: nil),
            pages: ["/v1/orders": #"[{"id":1},{"id":2}]"#, "/v1/orders?after=2": #"[{"id":3},{"id":2}]"#]
        )
        #expect(try await lost.idsAndFault() == ([1, 2], .repeatedPosition))
        let position = APIDescription.Paging.Position.after(parameter: "after", field: "key", before: nil)
        let keyless = List(position, pages: ["/v1/orders": #"{"data":[{"id":1},{"id":2}]}"#])
        #expect(try await keyless.idsAndFault().fault == .missingField("key"))
    }

    @Test("cannot begin where pages are found in another way")
    func otherStart() async throws {
        let list = List(Self.cursor, pages: [:])
        let error = await #expect(throws: ClientError.self) { _ = try await list.pages(from: .page(2)).first() }
        guard case .unsendable(UnsendableRequest.pageStart(.page(2)))? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(await list.paths.isEmpty)
    }
}
