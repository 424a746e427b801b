import CharterContract

/// An enumeration: of an open one, values that a later version adds survive decoding.
struct EnumerationView: TemplateView {
    let cases: [CaseView]
    /// Whether there will never be other values.
    let isClosed: Bool

    static let properties = ViewProperties<EnumerationView>(.list("cases") { $0.cases })

    init(_ values: [Schema.EnumerationValue], isClosed: Bool, indentation: Int) {
        self.isClosed = isClosed
        cases = values.map { CaseView($0.text, about: $0.about, indentation: indentation + 4) }
    }

    /// The enumeration that a text is which is always the same.
    init(constant text: String, indentation: Int) {
        isClosed = true
        cases = [CaseView(text, about: "The only value: `\(text)`.", indentation: indentation + 4)]
    }
}

/// One value of an enumeration.
struct CaseView: TemplateView {
    let identifier: String
    let literal: String
    let doc: [String]
    /// Whether a case of a switch fits on one line.
    let isShort: Bool
    /// Whether the text on the wire is another one than the case's name.
    let isRenamed: Bool

    static let properties = ViewProperties<CaseView>(
        .text("identifier") { $0.identifier },
        .text("literal") { $0.literal },
        .lines("doc") { $0.doc },
        .flag("isShort") { $0.isShort },
        .flag("isRenamed") { $0.isRenamed }
    )

    init(_ text: String, about: String?, indentation: Int) {
        identifier = SwiftIdentifier.enumerationCase(text)
        literal = StringLiteral(text).oneLine
        doc = DocComment.lines([about ?? "`\(text)`"], indentation: indentation)
        isRenamed = identifier.filter { $0 != "`" } != text
        isShort = "        case \(literal): self = .\(identifier)".count <= SwiftLayout.width
    }
}
