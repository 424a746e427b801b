import Mustache

/// The templates of a run: those inside the executable, some of them overridden by files.
///
/// A template is parsed and checked when it is first used, and only once.
package final class TemplateLibrary {
    private let texts: [String: (text: String, file: String)]
    private var library = MustacheLibrary()
    private var tags: [String: [TemplateTag]] = [:]
    private var checked: Set<String> = []

    /// - Parameter overrides: texts by their path below `Templates/`, with the name of the file they come from.
    package init(overrides: [String: (text: String, file: String)] = [:]) throws(TemplateFault) {
        var texts = EmbeddedTemplates.all.reduce(into: [:]) { $0[$1.key] = (text: $1.value, file: "Templates/" + $1.key) }
        for (path, override) in overrides {
            guard texts[path] != nil else {
                throw TemplateFault(
                    file: override.file,
                    line: 1,
                    message: "there is no template '\(path)' to override",
                    help: "the templates are \(texts.keys.sorted().joined(separator: ", "))"
                )
            }
            texts[path] = (override.text.replacing("\r\n", with: "\n"), override.file)
        }
        self.texts = texts
    }

    /// The view shown by the template of that path below `Templates/`, without its suffix: `Models/Object`.
    ///
    /// - Parameter common: what the template can say besides what the view shows.
    /// - Throws: ``TemplateFault`` for a template that does not parse or names what neither has.
    package func render<View: TemplateView, Common: TemplateView>(
        _ name: String,
        _ view: View,
        in common: Common
    ) throws(TemplateFault) -> String {
        let use = "\(name) \(View.self) \(Common.self)"
        if !checked.contains(use) {
            guard let (tags, file) = try load(name) else {
                throw TemplateFault(file: "Templates/\(name)", line: 1, message: "there is no such template")
            }
            let check = TemplateCheck { [self] name throws(TemplateFault) in try load(name) }
            try check.check(tags, file: file, scopes: [Common.properties.scope, View.properties.scope])
            try register()
            checked.insert(use)
        }
        return library.render(ViewInScope(view: view, common: common), withTemplate: name)?.tidied ?? ""
    }

    /// The tags of a template, and its file; nil if there is no such template.
    private func load(_ name: String) throws(TemplateFault) -> (tags: [TemplateTag], file: String)? {
        guard let (text, file) = texts[name + ".swift.mustache"] else { return nil }
        if let tags = tags[name] { return (tags, file) }
        let tags = try TemplateTag.all(in: text, file: file)
        self.tags[name] = tags
        return (tags, file)
    }

    /// Hands the templates that were checked to the renderer.
    private func register() throws(TemplateFault) {
        for name in tags.keys.sorted() where library.getTemplate(named: name) == nil {
            guard let (text, file) = texts[name + ".swift.mustache"] else { continue }
            do {
                // Each template asks for plain text by itself: the renderer goes back to HTML in every partial.
                library.register(try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + text), named: name)
            } catch let error as MustacheTemplate.ParserError {
                throw TemplateFault(file: file, line: error.context.lineNumber - 1, message: "the template does not parse: \(error.error)")
            } catch {
                throw TemplateFault(file: file, line: 1, message: "the template does not parse: \(error)")
            }
        }
    }
}

/// A view, and around it what every template can say.
private struct ViewInScope<View: TemplateView, Common: TemplateView>: MustacheParent {
    let view: View
    let common: Common

    func child(named name: String) -> Any? {
        view.child(named: name) ?? common.child(named: name)
    }
}

extension String {
    /// Source text as formatters leave it: no white space at the end of a line, no two blank lines together, none at an edge of the file or
    /// behind an opening or before a closing brace.
    var tidied: String {
        var lines: [Substring] = []
        for line in split(separator: "\n", omittingEmptySubsequences: false) {
            let end = line.lastIndex { $0 != " " }.map { line.index(after: $0) } ?? line.startIndex
            let line = line[..<end]
            if line.isEmpty, lines.last.map({ $0.isEmpty || $0.hasSuffix("{") }) ?? true { continue }
            if line.drop(while: { $0 == " " }).hasPrefix("}"), lines.last?.isEmpty == true { lines.removeLast() }
            lines.append(line)
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n") + "\n"
    }
}
