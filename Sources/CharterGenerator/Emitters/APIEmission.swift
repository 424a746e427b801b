import CharterContract

/// What emitters work from: an API, how it is to be emitted, and the templates.
struct APIEmission {
    let api: ResolvedAPI
    let emission: Emission
    let templates: TemplateLibrary

    /// The module that holds the models; nil where it is the module of what is generated.
    var modelsModule: String? { emission.modelsModule }

    /// The view shown by a template, which can also use what all templates can.
    func render(_ template: String, _ view: some TemplateView) throws(TemplateFault) -> String {
        try templates.render(
            template,
            view,
            in: CommonView(api: api.name, access: emission.access, isCodable: api.conventions.hasCodableModels)
        )
    }
}
