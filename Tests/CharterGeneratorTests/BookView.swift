@testable import CharterGenerator

/// A view inside ``ShelfView``.
struct BookView: TemplateView {
    var title: String
    var authors: [String] = []

    static let properties = ViewProperties<BookView>(.text("title") { $0.title }, .lines("authors") { $0.authors })
}
