@testable import CharterGenerator

/// Stands around a view under test, and has nothing to say.
struct NothingView: TemplateView {
    static let properties = ViewProperties<NothingView>()
}
