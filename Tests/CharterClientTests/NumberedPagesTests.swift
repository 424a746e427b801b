import CharterClient
import CharterRuntime
import Testing

@Suite("pages by number")
struct NumberedPagesTests {
    private func list(first: Int = 1, _ members: APIDescription.Paging.Members, _ pages: [String: String]) -> List {
        List(.page(parameter: "page", first: first), members, pages: pages)
    }

    @Test("count from their first number until a page is short", arguments: [0, 1])
    func short(first: Int) async throws {
        let list = list(
            first: first,
            .init(items: nil),
            ["/v1/orders": #"[{"id":1},{"id":2}]"#, "/v1/orders?page=\(first + 1)": #"[{"id":3}]"#]
        )
        #expect(try await list.ids() == [1, 2, 3])
        #expect(try await list.ids(from: .page(first + 1)) == [3])
    }

    @Test(
        "end by what they state, at full pages too",
        arguments: [
            (#""pages":2"#, #""pages":2"#), (#""total":4"#, #""total":4"#), (#""more":true"#, #""more":false"#),
            (#""total":2,"size":1"#, #""total":2,"size":1"#),
        ]
    )
    func stated(one: String, two: String) async throws {
        let list = list(
            .init(items: "data", total: "total", hasMore: "more", pageSize: "size", page: "page", pages: "pages"),
            [
                "/v1/orders": #"{"data":[{"id":1},{"id":2}],"page":1,\#(one)}"#,
                "/v1/orders?page=2": #"{"data":[{"id":3},{"id":4}],"page":2,\#(two)}"#,
            ]
        )
        #expect(try await list.ids() == (one.contains("size") ? [1, 2] : [1, 2, 3, 4]))
    }

    @Test("end where the next number is null")
    func nextNumber() async throws {
        let list = list(
            .init(items: "data", next: "next"),
            ["/v1/orders": #"{"data":[{"id":1}],"next":2}"#, "/v1/orders?page=2": #"{"data":[{"id":2},{"id":3}],"next":null}"#]
        )
        #expect(try await list.ids() == [1, 2, 3])
    }

    @Test("have the size that the API fixes, whatever is asked for")
    func fixedSize() async throws {
        let list = List(
            .page(parameter: "page", first: 1),
            .init(items: "data"),
            sizeParameter: nil,
            pages: ["/v1/orders": #"{"data":[{"id":1},{"id":2}]}"#, "/v1/orders?page=2": #"{"data":[{"id":3}]}"#]
        )
        #expect(try await list.ids(size: 3) == [1, 2, 3])
    }

    @Test("stop with an error where the server states another page, or repeats itself")
    func faults() async throws {
        let page = #"{"data":[{"id":1},{"id":2}],"page":1}"#
        let other = list(.init(items: "data", page: "page"), ["/v1/orders": page, "/v1/orders?page=2": page + " "])
        #expect(try await other.idsAndFault() == ([1, 2], .otherPage(asked: 2, used: 1)))
        let same = list(.init(items: "data"), ["/v1/orders": page, "/v1/orders?page=2": page])
        #expect(try await same.idsAndFault() == ([1, 2], .repeatedPageNumber(2)))
    }
}
