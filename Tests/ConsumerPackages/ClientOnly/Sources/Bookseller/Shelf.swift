import CharterClient
import CharterRuntime

/// What a bookseller keeps at the bookshop.
public struct Shelf: Sendable {
    private let shop: BookshopClient<SecretKey>

    /// Opens the shelf with a secret key of the shop.
    public init(key: String, transport: any HTTPTransport = HTTPClientTransport.shared) throws {
        shop = BookshopClient(key: try SecretKey(key), transport: transport)
    }

    /// The titles of all books, fetched page by page.
    public func titles() async throws -> [String] {
        var titles: [String] = []
        for try await book in shop.listBooks() { titles.append(book.title) }
        return titles
    }

    /// Puts a book on sale; nil if one of that title is.
    public func add(_ title: String, cents: Int) async throws -> Book? {
        do throws(ClientError) {
            return try await shop.addBook(body: NewBook(title: title, price: cents))
        } catch .refused(409, let problem, _) where problem.code == "title-taken" {
            return nil
        }
    }
}
