import CharterRuntime
import CharterServer
import HTTPTypes
import Testing

/// Every way to cut a list into pages.
@Suite("Ways of paging")
struct PagingConventionTests {
    typealias Paging = APIDescription.Paging

    private static let size = Paging.PageSize(
        parameter: "size",
        defaultValue: 2,
        minimum: 2,
        maximum: 4,
        below: .reject,
        above: .reject
    )

    /// A list of the numbers 0 to 8, in pages.
    private func server(
        _ position: Paging.Position,
        _ members: Paging.Members,
        total: Int? = 9,
        publicURL: String? = nil,
        _ change: (inout Paging) -> Void = { _ in }
    ) -> SmallServer {
        var paging = Paging(name: "p", pageSize: Self.size, position: position, members: members)
        change(&paging)
        let api = APIDescription.small([.get { $0.paging = paging }]) {
            $0.credentials = [.init(name: "k", place: .query("key"))]
        }
        return SmallServer(api, publicURL: publicURL) { routes, api in
            routes.page(api.endpoints[0]) { request in
                let all = Array(0..<9)
                guard request.endpoint.isPagedByNumber else {
                    let page = request.cursorPage
                    let end = page.before.flatMap { Int($0) }
                    let start = end.map { max(0, $0 - page.limit) } ?? page.cursor.flatMap { Int($0) } ?? 0
                    let items = Array(all.dropFirst(start).prefix(page.limit))
                    let next = start + items.count
                    return Page(items: items, total: total, next: next < 9 ? "\(next)" : nil, previous: start > 0 ? "\(start)" : nil)
                }
                let page = request.offsetPage
                return Page(items: Array(all.dropFirst(page.offset).prefix(page.limit)), total: total)
            }
        }
    }

    private static let url = "https://small.example/v1/things"

    @Test(
        "counts pages",
        arguments: [
            (1, "", #"{"data":[0,1],"a":{"of":9,"size":2,"page":1,"pages":5},"next":"\#(url)?p=2","prev":null}"#),
            (1, "?p=2", #"{"data":[2,3],"a":{"of":9,"size":2,"page":2,"pages":5},"next":"\#(url)?p=3","prev":"\#(url)?p=1"}"#),
            (
                0, "?p=2&size=4&q=%C3%A9&key=secret",
                #"{"data":[8],"a":{"of":9,"size":4,"page":2,"pages":3},"next":null,"prev":"\#(url)?size=4&q=%C3%A9&p=1"}"#
            ),
            (1, "?p=9", #"{"data":[],"a":{"of":9,"size":2,"page":9,"pages":5},"next":null,"prev":"\#(url)?p=8"}"#),
        ]
    )
    func pageNumbers(first: Int, query: String, text: String) async throws {
        let members = Paging.Members(
            items: "data",
            total: "a.of",
            pageSize: "a.size",
            page: "a.page",
            pages: "a.pages",
            next: "next",
            previous: "prev"
        )
        #expect(try await server(.page(parameter: "p", first: first), members).send(.get, "/things\(query)").text == text)
    }

    @Test(
        "refuses what is out of bounds",
        arguments: [
            ("p=0", ["query.p"]), ("p=x", ["query.p"]), ("p=99999999999999999999", ["query.p"]), ("size=1", ["query.size"]),
            ("size=5&p=-1", ["query.size", "query.p"]),
        ]
    )
    func bounds(query: String, faults: [String]) async throws {
        let reply = try await server(.page(parameter: "p", first: 1), .init(items: "data")).send(.get, "/things?\(query)")
        #expect(reply.faultyFields == faults)
    }

    @Test("has a size that cannot be chosen")
    func fixedSize() async throws {
        let server = server(.offset(parameter: "o"), .init()) { $0.pageSize.parameter = nil }
        #expect(try await server.send(.get, "/things?size=4&o=1").text == "[1,2]")
    }

    @Test(
        "links bare lists",
        arguments: [
            ("", "[0,1]", #"<\#(url)?o=2>; rel="next""#), ("?o=8", "[8]", #"<\#(url)?o=6>; rel="prev""#),
            ("?o=2&size=3", "[2,3,4]", #"<\#(url)?size=3&o=5>; rel="next", <\#(url)?size=3&o=0>; rel="prev""#),
        ]
    )
    func links(query: String, text: String, link: String) async throws {
        let server = server(.offset(parameter: "o"), .init(linkRelations: [.next, .previous]))
        let reply = try await server.send(.get, "/things\(query)")
        #expect(reply.text == text)
        #expect(reply["Link"] == link)
    }

    @Test(
        "links to first and last page where the API does, as far as a total tells",
        arguments: [
            (9, "", #"<\#(url)?o=8>; rel="last""#), (9, "?o=4", #"<\#(url)?o=0>; rel="first", <\#(url)?o=8>; rel="last""#),
            (9, "?o=1&size=3", #"<\#(url)?size=3&o=0>; rel="first", <\#(url)?size=3&o=7>; rel="last""#),
            (9, "?o=8", #"<\#(url)?o=0>; rel="first""#), (nil, "", nil),
        ] as [(Int?, String, String?)]
    )
    func ends(total: Int?, query: String, link: String?) async throws {
        let server = server(.offset(parameter: "o"), .init(linkRelations: [.first, .last]), total: total)
        #expect(try await server.send(.get, "/things\(query)")["Link"] == link)
    }

    @Test("links back to the first page by a URL without a position")
    func firstByCursor() async throws {
        let server = server(.cursor(parameter: "c", boundTo: [], lifetime: nil), .init(linkRelations: [.first, .next]))
        let next = try #require(try await server.send(.get, "/things?size=4")["Link"]?.firstMatch(of: /<([^>]*)>; rel="next"/)?.output.1)
        let query = next.dropFirst(Self.url.count)
        #expect(try await server.send(.get, "/things\(query)&q=1")["Link"]?.hasPrefix(#"<\#(Self.url)?size=4&q=1>; rel="first""#) == true)
        #expect(try await server.send(.get, "/things?c=7").outcome == "400 invalid-cursor")
    }

    @Test("believes no request that says where the server is", arguments: [("http", "evil.example"), ("https", "small.example:8443")])
    func origin(scheme: String, authority: String) async throws {
        let server = server(.page(parameter: "p", first: 1), .init(items: "data", next: "next", linkRelations: [.next]))
        let reply = try await server.send(.get, "/things?size=4", origin: (scheme, authority))
        #expect(reply["Link"] == #"<\#(Self.url)?size=4&p=2>; rel="next""#)
        #expect(reply.json?["next"] == .string("\(Self.url)?size=4&p=2"))
    }

    @Test(
        "links to where callers reach it",
        arguments: ["http://127.0.0.1:8080/v1", "https://gate.example/shops/v1/", "https://gate.example"]
    )
    func publicURL(url: String) async throws {
        let server = server(.page(parameter: "p", first: 1), .init(items: "data", next: "next"), publicURL: url)
        let base = url.hasSuffix("/") ? String(url.dropLast()) : url
        #expect(try await server.send(.get, "/things/?key=secret").json?["next"] == .string("\(base)/things?p=2"))
    }

    @Test("sends no link where there is no other page, or where nobody documents it")
    func noLink() async throws {
        #expect(try await server(.offset(parameter: "o"), .init(), total: nil).send()["Link"] == nil)
        let whole = server(.offset(parameter: "o"), .init(linkRelations: [.next, .previous]), total: 2)
        #expect(try await whole.send()["Link"] == nil)
    }

    @Test("leads on by cursors", arguments: [(.null, .null), (.absent, nil), (.empty, .string(""))] as [(Paging.End, JSONValue?)])
    func cursors(end: Paging.End, atEnd: JSONValue?) async throws {
        let members = Paging.Members(items: "items", hasMore: "more", next: "next", previous: "prev")
        let server = server(.cursor(parameter: "c", boundTo: [], lifetime: nil), members) { $0.end = end }
        var page = try await server.send(.get, "/things?size=4").json
        #expect(page?["prev"] == atEnd)
        var items: [JSONValue] = []
        for _ in 0..<3 {
            if case .array(let more)? = page?["items"] { items += more }
            guard case .string(let next)? = page?["next"], !next.isEmpty else { break }
            #expect(page?["more"] == .boolean(true))
            page = try await server.send(.get, "/things?size=4&c=\(next)").json
        }
        #expect(items == (0..<9).map { .integer($0) })
        #expect(page?["more"] == .boolean(false))
        #expect(page?["next"] == atEnd)
        if case .string? = page?["prev"] {} else { Issue.record("no way back") }
    }

    @Test("refuses a cursor that the handler does not know")
    func unknownCursor() async throws {
        let api = APIDescription.small([
            .get {
                $0.paging = Paging(
                    name: "p",
                    pageSize: Self.size,
                    position: .cursor(parameter: "c", boundTo: [], lifetime: nil),
                    members: .init(items: "items", next: "next")
                )
            }
        ])
        let server = SmallServer(api) { routes, api in
            routes.page(api.endpoints[0]) { request -> Page<Int> in
                if request.cursorPage.cursor != nil { throw Refusal.invalidCursor }
                return Page(items: [1], next: "gone since")
            }
        }
        guard case .string(let next)? = try await server.send().json?["next"] else {
            Issue.record("no cursor")
            return
        }
        #expect(try await server.send(.get, "/things?c=\(next)").outcome == "400 invalid-cursor")
    }

    @Test("gives no cursor that is longer than any URL should be", arguments: [(2048, 200), (2049, 500)])
    func longCursor(count: Int, status: Int) async throws {
        let position = Paging.Position.cursor(parameter: "c", boundTo: [], lifetime: nil)
        let members = Paging.Members(items: "items", next: "next")
        let api = APIDescription.small([.get { $0.paging = Paging(name: "p", pageSize: Self.size, position: position, members: members) }])
        let cursor = String(repeating: "x", count: count)
        let server = SmallServer(api) { routes, api in
            routes.page(api.endpoints[0]) { request in
                if let given = request.cursorPage.cursor { return Page(items: [given == cursor], next: nil) }
                return Page(items: [false], next: cursor)
            }
        }
        let page = try await server.send()
        #expect(page.status == status)
        guard case .string(let next)? = page.json?["next"] else { return }
        #expect(try await server.send(.get, "/things?c=\(next)").json?["items"] == .array([.boolean(true)]))
    }

    @Test("ends with its first page where no other can be had")
    func firstOnly() async throws {
        let server = server(.first, .init(items: "items", total: "of", hasMore: "more", pageSize: "size"), total: 9)
        #expect(try await server.send(.get, "/things?size=3").text == #"{"items":[0,1,2],"of":9,"more":true,"size":3}"#)
    }

    @Test("takes a total of all items for no end of the list")
    func totalOfAll() async throws {
        let members = Paging.Members(items: "items", total: "of", hasMore: "more", linkRelations: [.next, .last])
        let server = server(.offset(parameter: "o"), members, total: 100) { $0.counts = .all }
        let last = try await server.send(.get, "/things?o=8")
        #expect(last.text == #"{"items":[8],"of":100,"more":false}"#)
        #expect(last["Link"] == nil)
        #expect(try await server.send(.get, "/things?o=6")["Link"] == #"<\#(Self.url)?o=8>; rel="next""#)
    }

    @Test(
        "leads on by the last item that was seen, and back by the first",
        arguments: [
            ("", #"<\#(url)?after=2>; rel="next""#),
            ("?after=4&x=1", #"<\#(url)?x=1&after=6>; rel="next", <\#(url)?x=1&before=4>; rel="prev""#),
            ("?before=4", #"<\#(url)?after=4>; rel="next", <\#(url)?before=2>; rel="prev""#),
        ]
    )
    func after(query: String, link: String) async throws {
        let server = server(.after(parameter: "after", field: "id", before: "before"), .init(linkRelations: [.next, .previous]))
        #expect(try await server.send(.get, "/things\(query)")["Link"] == link)
        #expect(try await server.send(.get, "/things?after=1&before=3").faultyFields == ["query.before"])
    }

    @Test("gives whole URLs that lead on")
    func urls() async throws {
        let server = server(.url, .init(items: "items", next: "links.next")) { $0.end = .absent }
        var path = "/things?size=4"
        var seen: [JSONValue] = []
        for _ in 0..<3 {
            let page = try await server.send(.get, path).json
            if case .array(let items)? = page?["items"] { seen += items }
            guard case .string(let next)? = page?["links"]?["next"] else { break }
            path = String(next.dropFirst("https://small.example/v1".count))
        }
        #expect(seen == (0..<9).map { .integer($0) })
    }

    @Test(
        "answers what is behind the end as the API says",
        arguments: [
            (.emptyPage, 9, "?o=9", []), (.reject, 9, "?o=9", ["query.o"]), (.reject, 9, "?o=8", []), (.reject, nil, "?o=9", ["query.o"]),
            (.reject, 0, "", []),
        ] as [(Paging.PastEnd, Int?, String, [String])]
    )
    func pastEnd(rule: Paging.PastEnd, total: Int?, query: String, faults: [String]) async throws {
        let server = server(.offset(parameter: "o"), .init(), total: total) { $0.pastEnd = rule }
        #expect(try await server.send(.get, "/things\(query)").faultyFields == faults)
    }

    @Test("has what the envelope puts beside the items")
    func extras() async throws {
        let endpoint = APIDescription.Endpoint.get {
            $0.paging = Paging(name: "p", pageSize: Self.size, position: .offset(parameter: "o"), members: .init(items: "data.items"))
            $0.envelope = .init(single: "data", extras: ["meta.v": .version])
        }
        let server = SmallServer(.small([endpoint])) { routes, api in routes.page(api.endpoints[0]) { _ in Page(items: [1]) } }
        #expect(try await server.send().text == #"{"data":{"items":[1]},"meta":{"v":"1.2.3"}}"#)
    }
}

extension APIDescription.Endpoint {
    /// Whether its pages are told by numbers.
    fileprivate var isPagedByNumber: Bool {
        switch paging?.position {
        case .offset, .page, .first: true
        default: false
        }
    }
}
