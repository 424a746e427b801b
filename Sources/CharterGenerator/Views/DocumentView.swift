import CharterContract

/// The document that a server shows.
struct DocumentView: TemplateView {
    let title: String
    let identifier: String
    let version: String
    let isPublished: Bool
    /// The literal, each line as it stands in a file.
    let lines: [String]

    static let properties = ViewProperties<DocumentView>(
        .text("title") { $0.title },
        .text("identifier") { $0.identifier },
        .text("version") { $0.version },
        .flag("isPublished") { $0.isPublished },
        .lines("lines") { $0.lines }
    )

    init(_ api: ResolvedAPI, text: String, isPublished: Bool) {
        title = DocComment.phrase(api.title)
        identifier = SwiftIdentifier.value(api.name)
        version = api.version
        self.isPublished = isPublished
        lines = StringLiteral(text).lines(prefix: "", indentation: 8, suffix: "")
    }
}
