import Bookseller
import CharterRuntime
import HTTPTypes
import Testing

@Suite("Shelf")
struct ShelfTests {
    private let titles = (1...45).map { "Book \($0)" }

    @Test("lists the titles of all pages")
    func list() async throws {
        let all = titles
        let shelf = try Shelf(
            key: "sk_1",
            transport: StubTransport { request, _ in
                #expect(request.headerFields[HTTPField.Name("X-API-Key")!] == "sk_1")
                let offset = request.path?.firstMatch(of: /offset=(\d+)/).flatMap { Int($0.1) } ?? 0
                let books = all.dropFirst(offset).prefix(20).map { title in
                    #"{"id": "8ad4f7c2-9e3b-4a1c-bc2f-1d8e3a9b7c4d", "title": "\#(title)", "price": 100}"#
                }
                return .json(200, #"{"data": [\#(books.joined(separator: ","))], "total": \#(all.count)}"#)
            }
        )
        #expect(try await shelf.titles() == titles)
    }

    @Test("adds a book")
    func add() async throws {
        let shelf = try Shelf(
            key: "sk_1",
            transport: StubTransport { request, body in
                #expect(request.method == .post && request.path == "/v1/books")
                #expect(String(decoding: body, as: UTF8.self).contains(#""title":"Dune""#))
                return .json(201, #"{"id": "8ad4f7c2-9e3b-4a1c-bc2f-1d8e3a9b7c4d", "title": "Dune", "price": 990}"#)
            }
        )
        #expect(try await shelf.add("Dune", cents: 990)?.title == "Dune")
    }

    @Test("tells that a title is taken")
    func taken() async throws {
        let shelf = try Shelf(
            key: "sk_1",
            transport: StubTransport { _, _ in
                let problem = #"{"type": "about:blank", "title": "Taken", "status": 409, "code": "title-taken"}"#
                return .json(409, problem, type: "application/problem+json")
            }
        )
        #expect(try await shelf.add("Dune", cents: 990) == nil)
    }

    @Test("refuses a key of the wrong kind before any call")
    func wrongKind() {
        #expect(throws: (any Error).self) { try Shelf(key: "pk_1") }
    }
}
