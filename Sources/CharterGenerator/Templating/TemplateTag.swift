import CharterContract

/// A tag of a template: `{{name}}`, `{{#section}}`, `{{^inverted}}`, `{{/end}}`, `{{>partial}}` or a comment.
struct TemplateTag {
    enum Kind: Hashable {
        case variable, section, inverted, end, partial, comment
    }

    let kind: Kind
    let name: String
    /// The line, from 1.
    let line: Int

    /// The tags of a template in order.
    ///
    /// - Throws: ``TemplateFault`` for a tag that does not end, or of a kind that Charter's templates do not have.
    static func all(in text: String, file: String) throws(TemplateFault) -> [TemplateTag] {
        var tags: [TemplateTag] = []
        var line = 1
        var rest = text[...]
        while let start = rest.firstRange(of: "{{") {
            line += rest[..<start.lowerBound].count { $0 == "\n" }
            let inside = rest[start.upperBound...]
            guard let end = inside.firstRange(of: "}}"), !inside[..<end.lowerBound].contains("\n") else {
                throw TemplateFault(file: file, line: line, message: "the tag does not end", help: "close it with '}}' on the same line")
            }
            tags.append(try tag(String(inside[..<end.lowerBound]), file: file, line: line))
            rest = inside[end.upperBound...]
        }
        return tags
    }

    private static func tag(_ content: String, file: String, line: Int) throws(TemplateFault) -> TemplateTag {
        let kinds: [Character: Kind] = ["#": .section, "^": .inverted, "/": .end, ">": .partial, "!": .comment]
        let kind = content.first.flatMap { kinds[$0] } ?? .variable
        let name = String(kind == .variable ? content[...] : content.dropFirst()).trimmed
        if kind != .comment, name != ".", name.wholeMatch(of: /[A-Za-z][A-Za-z0-9\/]*/) == nil {
            throw TemplateFault(
                file: file,
                line: line,
                message: "'{{\(content)}}' is no tag that Charter's templates have",
                help: "write {{name}}, {{#section}}, {{^section}}, {{/section}}, {{>partial}} or {{! comment}}"
            )
        }
        return TemplateTag(kind: kind, name: name, line: line)
    }
}
