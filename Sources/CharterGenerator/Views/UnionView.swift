import CharterContract

/// A union: an enum with a case for each type, and one for the types of later versions.
struct UnionView: TemplateView {
    let tag: String
    let cases: [UnionCaseView]

    static let properties = ViewProperties<UnionView>(
        .text("tag") { $0.tag },
        .list("cases") { $0.cases }
    )

    /// The types that the public declaration names.
    var shownTypes: [String] { cases.map(\.type) + ["JSONValue"] }

    init(by tag: String, _ cases: [Schema.UnionCase], names: ModelNames, indentation: Int) {
        self.tag = StringLiteral(tag).oneLine
        self.cases = cases.map { UnionCaseView($0, names: names, indentation: indentation + 4) }
    }
}

/// One type of a union.
struct UnionCaseView: TemplateView {
    let identifier: String
    let type: String
    let literal: String
    let doc: [String]
    /// Whether a case of a switch fits on one line.
    let isShort: Bool

    static let properties = ViewProperties<UnionCaseView>(
        .text("identifier") { $0.identifier },
        .text("type") { $0.type },
        .text("literal") { $0.literal },
        .lines("doc") { $0.doc },
        .flag("isShort") { $0.isShort }
    )

    init(_ unionCase: Schema.UnionCase, names: ModelNames, indentation: Int) {
        identifier = SwiftIdentifier.enumerationCase(unionCase.tag)
        type = SwiftType(nestedName: "").text(unionCase.schema)
        literal = StringLiteral(unionCase.tag).oneLine
        let about = unionCase.schema.about ?? names.schemas[type]?.about
        doc = DocComment.lines([about ?? "`\(unionCase.tag)`"], indentation: indentation)
        isShort = "        case \(literal): self = .\(identifier)(try \(type)(from: decoder))".count <= SwiftLayout.width
    }
}
