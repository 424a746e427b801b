import CharterContract

/// Holds a template to the view that it is rendered with, before anything is rendered.
struct TemplateCheck {
    /// Finds a partial's tags and file by name.
    let partial: (String) throws(TemplateFault) -> (tags: [TemplateTag], file: String)?

    /// - Throws: ``TemplateFault`` for the first tag that names nothing, or does not fit what it names.
    func check(_ tags: [TemplateTag], file: String, scopes: [TemplateScope], partials: [String] = []) throws(TemplateFault) {
        var scopes = scopes
        var open: [OpenSection] = []
        for tag in tags {
            switch tag.kind {
            case .comment: break
            case .partial: try check(partialNamed: tag, file: file, scopes: scopes, partials: partials)
            case .end:
                guard let last = open.popLast(), last.tag.name == tag.name else {
                    throw fault(file, tag, "{{/\(tag.name)}} ends no section that is open here")
                }
                if last.shows == .views { scopes.removeLast() }
            case .variable:
                if tag.name == "." {
                    guard open.last(where: { $0.shows != .nothing })?.shows == .lines else {
                        throw fault(file, tag, "{{.}} stands in no section of lines")
                    }
                    break
                }
                guard case .text = try found(tag, file, scopes) else { throw fault(file, tag, "'\(tag.name)' is no text") }
            case .section, .inverted:
                let content = try found(tag, file, scopes)
                if case .text = content { throw fault(file, tag, "'\(tag.name)' is a text: it has no section") }
                switch content {
                case .views(let scope) where tag.kind == .section:
                    scopes.append(scope())
                    open.append(OpenSection(tag: tag, shows: .views))
                case .lines where tag.kind == .section: open.append(OpenSection(tag: tag, shows: .lines))
                case .views, .lines, .flag, .text: open.append(OpenSection(tag: tag, shows: .nothing))
                }
            }
        }
        if let last = open.last { throw fault(file, last.tag, "the section '\(last.tag.name)' does not end") }
    }

    private func check(partialNamed tag: TemplateTag, file: String, scopes: [TemplateScope], partials: [String]) throws(TemplateFault) {
        guard let (tags, partialFile) = try partial(tag.name) else { throw fault(file, tag, "there is no template '\(tag.name)'") }
        guard !partials.contains(tag.name) else { throw fault(file, tag, "the template '\(tag.name)' contains itself") }
        try check(tags, file: partialFile, scopes: scopes, partials: partials + [tag.name])
    }

    private func found(_ tag: TemplateTag, _ file: String, _ scopes: [TemplateScope]) throws(TemplateFault) -> TemplateContent {
        if let content = content(of: tag.name, in: scopes) { return content }
        let nearest = nearestName(to: tag.name, among: scopes.flatMap { $0.properties.keys.sorted() })
        throw fault(file, tag, "'\(tag.name)' names nothing that can be shown here", help: nearest.map { "did you mean '\($0)'?" })
    }

    private func content(of name: String, in scopes: [TemplateScope]) -> TemplateContent? {
        for scope in scopes.reversed() {
            if let content = scope.properties[name] { return content }
        }
        return nil
    }

    private func fault(_ file: String, _ tag: TemplateTag, _ message: String, help: String? = nil) -> TemplateFault {
        TemplateFault(file: file, line: tag.line, message: message, help: help)
    }
}

/// A section of which the end is not reached yet.
private struct OpenSection {
    enum Shown {
        case views, lines, nothing
    }

    let tag: TemplateTag
    /// What it puts before the reader, one after the other.
    let shows: Shown
}
