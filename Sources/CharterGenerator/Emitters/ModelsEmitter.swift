import CharterContract

/// Emits one Swift file for each named type.
///
/// ```swift
/// /// A dated entry in a community's calendar.
/// public struct Event: Codable, Hashable, Sendable {
///     /// Names the event in its URL.
///     public var slug: String
/// }
/// ```
struct ModelsEmitter: Emitter {
    let templates: TemplateLibrary

    func files(for api: ResolvedAPI) throws(TemplateFault) -> [GeneratedFile] {
        let names = ModelNames(schemas: api.schemas)
        var files: [GeneratedFile] = []
        for type in api.types {
            var declarations: [PlacedDeclarationView] = []
            for declaration in TypeDeclarationView.all(of: type, names: names) {
                let lines = try templates.render("Models/Declaration", declaration).split(separator: "\n", omittingEmptySubsequences: false)
                declarations.append(PlacedDeclarationView(declaration: declaration, lines: lines.dropLast().map(String.init)))
            }
            let view = TypeFileView(type, api: api, declarations: declarations)
            files.append(GeneratedFile(path: "Models/\(type.name).swift", contents: try templates.render("Models/Type", view)))
        }
        return files
    }
}
