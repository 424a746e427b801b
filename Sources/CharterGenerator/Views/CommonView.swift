import CharterContract

/// What every template can say, whatever it shows.
struct CommonView: TemplateView {
    let api: String
    let access: GenerationSettings.Access
    /// Whether models are `Codable` too.
    let isCodable: Bool

    static let properties = ViewProperties<CommonView>(
        .text("api") { $0.api },
        .text("access") { $0.access.rawValue },
        .flag("isCodable") { $0.isCodable },
        .text("interface") { _ in GeneratedCodeInterface.typeName }
    )
}
