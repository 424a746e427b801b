import Mustache
import Synchronization

/// The templates of a run: those inside the executable, some of them overridden by files.
///
/// A template is parsed and checked when it is first used, and only once. Several views can be rendered at once.
package final class TemplateLibrary: Sendable {
    private let templates: Mutex<LoadedTemplates>

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
        templates = Mutex(LoadedTemplates(texts: texts))
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
        let library = try templates.withLock { templates throws(TemplateFault) in
            try templates.library(toRender: name, View.self, in: Common.self)
        }
        return library.render(ViewInScope(view: view, common: common), withTemplate: name)?.tidied ?? ""
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
