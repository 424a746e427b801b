import BookshopModels
import BookshopServer
import CharterClient
import CharterRuntime
import Testing

/// The shop, called by the client that is generated from the same contract.
@Suite("Bookshop, called by its client")
struct BookshopClientTests {
    @Test("sells what was put on sale, and no title twice")
    func addition() async throws {
        let transport = try Bookshop.transport()
        let owner = BookshopClient(key: try SecretKey("sk_writer"), transport: transport)
        let visitor = BookshopClient(key: try PublishableKey("pk_reader"), transport: transport)

        let dune = try await owner.addBook(body: NewBook(title: "Dune", price: 990))
        #expect(try await visitor.getBook(id: dune.id) == dune)

        var titles: [String] = []
        for try await book in visitor.listBooks() { titles.append(book.title) }
        #expect(titles.count == 26)
        #expect(titles.last == "Dune")

        await #expect {
            _ = try await owner.addBook(body: NewBook(title: "Dune", price: 990))
        } throws: { error in
            if case .refused(409, let problem, _)? = error as? ClientError { problem.code == "title-taken" } else { false }
        }
    }
}
