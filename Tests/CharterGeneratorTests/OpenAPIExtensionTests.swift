import CharterContract
import CharterOpenAPI
import Testing

/// What a contract says under `x-…` keys passes into the document, wherever it may stand.
@Suite("Extensions of the OpenAPI document")
struct OpenAPIExtensionTests {
    private let document: OrderedJSON

    init() throws {
        let api = try SmallContract.api(
            """
            x-top: 1
            endpoints:
              GET /books/:id:
                id: getBook
                does: Get a book
                x-operation: 2
                path: { id: { type: id, x-path: 3 } }
                query: { lang?: { type: string, x-query: 4 } }
                headers: { X-Desk: { type: string, x-header: 5 } }
                gives: { X-Shelf: { type: string, x-reply: 6 } }
                returns: Book
            types:
              Book:
                x-type: 7
                fields: { title: { type: string, x-field: 8 } }
            """
        )
        document = OpenAPIDocument(api).json
    }

    @Test("stand on the document, operations, types and fields")
    func wholes() {
        let book = document["components"]?["schemas"]?["Book"]
        #expect(document["x-top"] == 1)
        #expect(document["paths"]?["/books/{id}"]?["get"]?["x-operation"] == 2)
        #expect(book?["x-type"] == 7)
        #expect(book?["properties"]?["title"]?["x-field"] == 8)
    }

    @Test("stand on parameters and on the header fields of replies")
    func parameters() throws {
        let operation = try #require(document["paths"]?["/books/{id}"]?["get"])
        let parameters = operation["parameters"]?.elements ?? []
        #expect(parameters.compactMap { $0["x-path"] ?? $0["x-query"] ?? $0["x-header"] } == [3, 4, 5])
        #expect(operation["responses"]?["200"]?["headers"]?["X-Shelf"]?["x-reply"] == 6)
    }
}
