import CharterContract

/// An open enumeration: values that a later version adds survive decoding.
struct EnumerationView: TemplateView {
    let cases: [CaseView]

    static let properties = ViewProperties<EnumerationView>(.list("cases") { $0.cases })

    init(_ values: [Schema.EnumerationValue], indentation: Int) {
        cases = values.map { CaseView($0, indentation: indentation + 4) }
    }
}

/// One value of an enumeration.
struct CaseView: TemplateView {
    let identifier: String
    let literal: String
    let doc: [String]
    /// Whether a case of a switch fits on one line.
    let isShort: Bool

    static let properties = ViewProperties<CaseView>(
        .text("identifier") { $0.identifier },
        .text("literal") { $0.literal },
        .lines("doc") { $0.doc },
        .flag("isShort") { $0.isShort }
    )

    init(_ value: Schema.EnumerationValue, indentation: Int) {
        identifier = SwiftIdentifier.enumerationCase(value.text)
        literal = StringLiteral(value.text).oneLine
        doc = DocComment.lines([value.about ?? "`\(value.text)`"], indentation: indentation)
        isShort = "        case \(literal): self = .\(identifier)".count <= SwiftLayout.width
    }
}
