@testable import CharterGenerator

/// A view that templates under test are rendered with.
struct ShelfView: TemplateView {
    var label = "novels"
    var isLocked = false
    var notes: [String] = []
    var books: [BookView] = []
    var newest: BookView?

    static let properties = ViewProperties<ShelfView>(
        .text("label") { $0.label },
        .flag("isLocked") { $0.isLocked },
        .lines("notes") { $0.notes },
        .list("books") { $0.books },
        .view("newest") { $0.newest }
    )

    /// The view shown by a template, under a partial's name where one is given.
    func rendered(_ template: String, partial: String = "") throws -> String {
        try TemplateLibrary(overrides: [
            "Header.swift.mustache": (text: template, file: "mine/Header"),
            "Client/Keys.swift.mustache": (text: partial, file: "mine/Keys"),
        ]).render("Header", self, in: NothingView())
    }
}
