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
    let part = GenerationSettings.Part.models

    func sources(for job: APIEmission) throws(TemplateFault) -> [SwiftSource] {
        let names = ModelNames(schemas: job.api.schemas)
        return try job.api.types.concurrentMap { type throws(TemplateFault) in
            var declarations: [PlacedDeclarationView] = []
            for declaration in TypeDeclarationView.all(of: type, names: names) {
                let lines = try job.render("Models/Declaration", declaration).split(separator: "\n", omittingEmptySubsequences: false)
                declarations.append(PlacedDeclarationView(declaration: declaration, lines: lines.dropLast().map(String.init)))
            }
            let view = TypeFileView(type, api: job.api, declarations: declarations)
            return SwiftSource(
                path: "Models/\(type.name).swift",
                imports: SwiftImports(("CharterRuntime", view.shownTypes.showRuntime)),
                declares: [type.name],
                text: try job.render("Models/Type", view)
            )
        }
    }
}
