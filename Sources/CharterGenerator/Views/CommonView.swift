import CharterContract

/// What every template can say, whatever it shows.
struct CommonView: TemplateView {
    let api: String
    let access: GenerationSettings.Access

    static let properties = ViewProperties<CommonView>(
        .text("api") { $0.api },
        .text("access") { $0.access.rawValue },
        .text("interface") { _ in GeneratedCodeInterface.typeName }
    )
}
