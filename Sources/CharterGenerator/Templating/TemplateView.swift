import CharterContract
import Mustache

/// What a template shows: a plain value whose properties are listed by name.
///
/// The list lets a template be checked before it is rendered: a tag that names no property is an error, also in a section that this contract
/// never shows.
package protocol TemplateView: MustacheParent, Sendable {
    static var properties: ViewProperties<Self> { get }
}

extension TemplateView {
    package func child(named name: String) -> Any? {
        Self.properties.byName[name]?.read(self)
    }
}

/// The properties of a view, by name.
package struct ViewProperties<View: TemplateView>: Sendable {
    let byName: [String: ViewProperty<View>]

    package init(_ properties: ViewProperty<View>...) {
        byName = properties.keyed(by: \.name)
    }

    var scope: TemplateScope {
        TemplateScope(properties: byName.mapValues(\.content))
    }
}

/// One property of a view.
package struct ViewProperty<View: TemplateView>: Sendable {
    let name: String
    let content: TemplateContent
    /// The value as the renderer wants it: absent views are `false`, since nil would be looked for in the view around this one.
    let read: @Sendable (View) -> Any

    /// A text.
    package static func text(_ name: String, _ read: @escaping @Sendable (View) -> String) -> Self {
        Self(name: name, content: .text, read: read)
    }

    /// Something that holds or does not.
    package static func flag(_ name: String, _ read: @escaping @Sendable (View) -> Bool) -> Self {
        Self(name: name, content: .flag, read: read)
    }

    /// Lines of text; in their section, `{{.}}` is a line.
    package static func lines(_ name: String, _ read: @escaping @Sendable (View) -> [String]) -> Self {
        Self(name: name, content: .lines, read: read)
    }

    /// Views, each shown by the section of that name.
    package static func list<Element: TemplateView>(_ name: String, _ read: @escaping @Sendable (View) -> [Element]) -> Self {
        Self(name: name, content: .views { Element.properties.scope }, read: read)
    }

    /// A view that may be absent.
    package static func view<Child: TemplateView>(_ name: String, _ read: @escaping @Sendable (View) -> Child?) -> Self {
        Self(name: name, content: .views { Child.properties.scope }) { view in
            if let child = read(view) { child } else { false }
        }
    }
}

/// What a tag of some name stands for.
enum TemplateContent: Sendable {
    case text
    case flag
    case lines
    /// Views of a scope that is made when it is asked for, since views may hold views of their own type.
    case views(@Sendable () -> TemplateScope)
}

/// The names that a template can use at some place.
struct TemplateScope: Sendable {
    let properties: [String: TemplateContent]
}
