/// What is said about a faulty template.
enum TemplateMistake: Sendable {
    /// A name that no property has, and the nearest that one has.
    case unknown(String, nearest: String? = nil)
    case noTag(String)
    case unended
    case lineOutsideLines
    case section(ofText: String)
    case noText(String)
    case openSection(String)
    case strayEnd(String)
    case unknownPartial(String)
    case circle(String)

    var message: String {
        switch self {
        case .unknown(let name, _): "'\(name)' names nothing that can be shown here"
        case .noTag(let tag): "'\(tag)' is no tag that Charter's templates have"
        case .unended: "the tag does not end"
        case .lineOutsideLines: "{{.}} stands in no section of lines"
        case .section(let name): "'\(name)' is a text: it has no section"
        case .noText(let name): "'\(name)' is no text"
        case .openSection(let name): "the section '\(name)' does not end"
        case .strayEnd(let name): "{{/\(name)}} ends no section that is open here"
        case .unknownPartial(let name): "there is no template '\(name)'"
        case .circle(let name): "the template '\(name)' contains itself"
        }
    }

    var help: String? {
        switch self {
        case .unknown(_, let nearest): nearest.map { "did you mean '\($0)'?" }
        case .noTag: "write {{name}}, {{#section}}, {{^section}}, {{/section}}, {{>partial}} or {{! comment}}"
        case .unended: "close it with '}}' on the same line"
        default: nil
        }
    }
}
