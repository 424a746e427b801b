import Mustache

/// The templates that were asked for so far, parsed and checked.
final class LoadedTemplates {
    private let texts: [String: (text: String, file: String)]
    private var library = MustacheLibrary()
    private var tags: [String: [TemplateTag]] = [:]
    private var checked: Set<String> = []

    /// - Parameter texts: every template by its path below `Templates/`, with the name of the file it comes from.
    init(texts: [String: (text: String, file: String)]) {
        self.texts = texts
    }

    /// What renders views of a type by a template: the template, and all that it contains.
    ///
    /// - Throws: ``TemplateFault`` for a template that does not parse or names what neither the view nor what is around it has.
    func library<View: TemplateView, Common: TemplateView>(
        toRender name: String,
        _ view: View.Type,
        in common: Common.Type
    ) throws(TemplateFault) -> MustacheLibrary {
        let use = "\(name) \(View.self) \(Common.self)"
        if checked.contains(use) { return library }
        guard let (tags, file) = try load(name) else {
            throw TemplateFault(file: "Templates/\(name)", line: 1, message: "there is no such template")
        }
        let check = TemplateCheck { [self] name throws(TemplateFault) in try load(name) }
        try check.check(tags, file: file, scopes: [Common.properties.scope, View.properties.scope])
        try register()
        checked.insert(use)
        return library
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
