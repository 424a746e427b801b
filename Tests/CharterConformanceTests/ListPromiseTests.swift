import CharterRuntime
import HTTPTypes
import Testing

@testable import CharterConformance

/// What a list promises beyond how it is cut: its order, its end, and what its total counts.
@Suite("promises of a list")
struct ListPromiseTests {
    private func items(_ texts: [String]) throws -> [JSONValue] {
        try texts.map { try JSONCoding.decode(JSONValue.self, from: Array($0.utf8)) }
    }

    @Test(
        "the order by fields is kept",
        arguments: [
            ([#"{"n":2,"id":1}"#, #"{"n":1,"id":1}"#], nil), ([#"{"n":1,"id":1}"#, #"{"n":2,"id":1}"#], "n"),
            ([#"{"n":1,"id":1}"#, #"{"n":1,"id":2}"#], nil), ([#"{"n":1,"id":2}"#, #"{"n":1,"id":1}"#], "id"),
            ([#"{"n":1,"id":2}"#, #"{"n":1.0,"id":1}"#], "id"), ([#"{"n":true,"id":1}"#, #"{"n":false,"id":1}"#], nil),
            ([#"{"n":false,"id":1}"#, #"{"n":true,"id":1}"#], "n"),
            ([#"{"n":"2026-05-01T10:00:00.5Z","id":1}"#, #"{"n":"2026-05-01T10:00:00Z","id":1}"#], nil),
            ([#"{"n":"2026-05-01T10:00:00Z","id":1}"#, #"{"n":"2026-05-01T10:00:00.5Z","id":1}"#], "n"),
            // What is shown alike may be kept with more digits, but for what nobody's clock shows.
            ([#"{"n":"2026-05-01T10:01:07Z","id":2}"#, #"{"n":"2026-05-01T10:01:07Z","id":1}"#], nil),
            ([#"{"n":"2026-05-01T10:01:07.123Z","id":2}"#, #"{"n":"2026-05-01T10:01:07.123Z","id":1}"#], nil),
            ([#"{"n":"2026-05-01T10:15:00Z","id":2}"#, #"{"n":"2026-05-01T10:15:00Z","id":1}"#], "id"),
            // Texts are told apart where all rules of ordering agree.
            ([#"{"n":"a","id":1}"#, #"{"n":"b","id":0}"#], "n"), ([#"{"n":"b","id":1}"#, #"{"n":"a","id":0}"#], nil),
            ([#"{"n":"x09","id":1}"#, #"{"n":"x10","id":0}"#], "n"), ([#"{"n":"9","id":1}"#, #"{"n":"10","id":0}"#], nil),
            ([#"{"n":"a","id":1}"#, #"{"n":"B","id":0}"#], nil), ([#"{"n":"a-b","id":1}"#, #"{"n":"ab","id":0}"#], nil),
            ([#"{"n":"é","id":1}"#, #"{"n":"z","id":0}"#], nil), ([#"{"n":"a","id":1}"#, #"{"n":"ab","id":0}"#], nil),
            // Where what is absent stands is not known.
            ([#"{"id":1}"#, #"{"n":2,"id":0}"#], nil), ([], nil),
        ] as [([String], String?)]
    )
    func order(texts: [String], field: String?) throws {
        let order = ItemOrder([.init(field: "n", isDescending: true), .init(field: "id")])
        let fault = order.fault(in: try items(texts))
        #expect(fault?.hasPrefix("item 2 stands behind item 1") == field.map { _ in true })
        #expect(fault?.hasSuffix("by '\(field ?? "")'") == field.map { _ in true })
    }

    /// Five books, the later ones in more copies.
    private struct Books: HTTPTransport {
        var hasEmptyEnd = false
        var total = 5

        func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
            let query = URLQuery(request.path ?? "")
            let (size, start) = (query["size"] ?? 3, query["cursor"] ?? 0)
            let end = min(start + size, 5)
            let books = (start..<end).map { #"{"id":"b\#($0)","copies":\#($0 / 2)}"# }.joined(separator: ",")
            let leadsOn = end < 5 || hasEmptyEnd && start < 5
            let text = #"{"books":[\#(books)],"total":\#(total),"next":\#(leadsOn ? "\"\(end)\"" : "null")}"#
            return HTTPReply(head: HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]), body: Array(text.utf8))
        }
    }

    /// Whole numbers in a query.
    private struct URLQuery {
        private let pairs: [[Substring]]

        init(_ path: String) {
            pairs = path.split(separator: "?").dropFirst().joined().split(separator: "&").map { $0.split(separator: "=") }
        }

        subscript(name: String) -> Int? {
            pairs.first { $0[0] == name }.flatMap { Int($0[1]) }
        }
    }

    /// A long list that is said to go on, or not, where a page has its last item and no place for more.
    private struct Pile: HTTPTransport {
        let isUntrue: Bool

        func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
            let query = URLQuery(request.path ?? "")
            let (size, start) = (query["size"] ?? 3, query["offset"] ?? 0)
            let books = (0..<27).dropFirst(start).prefix(size).map { #"{"id":"b\#($0)","copies":1}"# }.joined(separator: ",")
            let isMore = isUntrue ? start + size <= 27 : start + size < 27
            let text = #"{"books":[\#(books)],"more":\#(isMore)}"#
            return HTTPReply(head: HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]), body: Array(text.utf8))
        }
    }

    @Test("a page that has the last item and no place for more says that none follow", arguments: [false, true])
    func exactEnd(isUntrue: Bool) async {
        var api = Shelf.byCursor.api
        api.endpoints[0].paging = .init(
            name: "byOffset",
            pageSize: .init(parameter: "size", defaultValue: 3, minimum: 1, maximum: 50, below: .reject, above: .reject),
            position: .offset(parameter: "offset"),
            members: .init(items: "books", hasMore: "more")
        )
        let fixtures = Fixtures(baseURL: "http://localhost/v1", tenants: ["all"], credentials: [], parameters: [:])
        let server = ServerUnderTest(transport: Pile(isUntrue: isUntrue), fixtures: fixtures)
        #expect(await run("whole-walk", on: api.endpoints[0], in: api, server).outcome == (isUntrue ? .failed : .passed))
    }

    private func walk(_ books: Books, _ change: (inout APIDescription.Paging) -> Void) async -> CheckResult.Outcome {
        var api = Shelf.byCursor.api
        if var paging = api.endpoints[0].paging {
            paging.members = .init(items: "books", total: "total", next: "next")
            change(&paging)
            api.endpoints[0].paging = paging
        }
        let fixtures = Fixtures(baseURL: "http://localhost/v1", tenants: ["all"], credentials: [], parameters: [:])
        let server = ServerUnderTest(transport: books, fixtures: fixtures)
        return await run("whole-walk", on: api.endpoints[0], in: api, server).outcome
    }

    @Test("the order is tested while the list is read", arguments: [false, true])
    func walkedOrder(isDescending: Bool) async {
        let outcome = await walk(Books()) { $0.orderedBy = [.init(field: "copies", isDescending: isDescending), .init(field: "id")] }
        #expect(outcome == (isDescending ? .failed : .passed))
    }

    @Test("an empty page at the end is refused where there is to be none", arguments: [false, true], [false, true])
    func emptyEnd(hasEmptyEnd: Bool, endsWithItems: Bool) async {
        let outcome = await walk(Books(hasEmptyEnd: hasEmptyEnd)) { $0.endsWithItems = endsWithItems }
        #expect(outcome == (hasEmptyEnd && endsWithItems ? .failed : .passed))
    }

    @Test("a total counts more than the list has only where it counts all", arguments: [4, 5, 6])
    func counts(total: Int) async {
        #expect(await walk(Books(total: total)) { $0.counts = .all } == (total < 5 ? .failed : .passed))
        #expect(await walk(Books(total: total)) { $0.counts = .matching } == (total == 5 ? .passed : .failed))
    }
}
