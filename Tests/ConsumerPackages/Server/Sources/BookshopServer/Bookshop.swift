import BookshopModels
import CharterRuntime
import CharterServer

/// The shop's handlers, over books in memory.
public actor Bookshop: BookshopAPI {
    private var books: [Book]

    /// Opens a shop with some books.
    public init(_ books: [Book] = []) {
        self.books = books
    }

    /// The books in the order in which they were put on sale.
    public func listBooks(_ input: ListBooks.Input, caller: Caller) -> Page<Book> {
        let page = books.dropFirst(input.page.offset).prefix(input.page.limit)
        return Page(items: Array(page), total: books.count)
    }

    /// One book.
    public func getBook(_ input: GetBook.Input, caller: Caller) throws -> Book {
        guard let book = books.first(where: { $0.id == input.id }) else { throw Refusal.notFound }
        return book
    }

    /// A new book.
    public func addBook(_ input: AddBook.Input, caller: Caller) throws -> Book {
        guard !books.contains(where: { $0.title == input.body.title }) else { throw AddBook.Failure.titleTaken }
        let book = Book(id: UniqueID(), title: input.body.title, price: input.body.price)
        books.append(book)
        return book
    }
}
