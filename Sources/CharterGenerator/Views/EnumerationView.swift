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

    static let properties = ViewProperties<CaseView>(
        .text("identifier") { $0.identifier },
        .text("literal") { $0.literal },
        .lines("doc") { $0.doc }
    )

    init(_ value: Schema.EnumerationValue, indentation: Int) {
        let identifier = SwiftIdentifier.value(value.text)
        // `unknown` is the case for values of later versions.
        self.identifier = identifier == "unknown" ? "unknownValue" : identifier
        literal = StringLiteral(value.text).oneLine
        doc = DocComment.lines([value.about ?? "`\(value.text)`"], indentation: indentation)
    }
}
