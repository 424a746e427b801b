/// A file of Swift: a header, imports and declarations.
struct SwiftFileView: TemplateView {
    let imports: [String]
    let declarations: [String]

    static let properties = ViewProperties<SwiftFileView>(
        .lines("imports") { $0.imports },
        .lines("declarations") { $0.declarations }
    )
}
