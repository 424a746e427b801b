import CharterContract
import CharterRuntime

/// The API as one value.
struct DescriptionView: TemplateView {
    let title: String
    let identifier: String
    let lines: [String]
    let endpoints: [String]
    let types: [String]

    static let properties = ViewProperties<DescriptionView>(
        .text("title") { $0.title },
        .text("identifier") { $0.identifier },
        .lines("lines") { $0.lines },
        .lines("endpoints") { $0.endpoints },
        .lines("types") { $0.types }
    )

    init(_ api: ResolvedAPI, access: GenerationSettings.Access) {
        title = DocComment.phrase(api.title)
        identifier = SwiftIdentifier.value(api.name)
        let elsewhere = ["endpoints": SwiftExpression.atom("\(api.name)Endpoints.all"), "types": .atom("\(api.name)Types.all")]
        lines = SwiftExpression(making: api.description, as: "APIDescription", replacing: elsewhere).lines(
            prefix: "\(access.rawValue) static let \(identifier) = ",
            indentation: 4
        )
        endpoints = SwiftExpression.array(api.endpoints.map { .atom(SwiftIdentifier.value($0.id)) })
            .lines(prefix: "\(access.rawValue) static let all: [APIDescription.Endpoint] = ", indentation: 4)
        types = SwiftExpression.dictionary(api.types.map { ($0.name, .atom(SwiftIdentifier.value($0.name))) })
            .lines(prefix: "static let all: [String: APIDescription.Schema] = ", indentation: 4)
    }
}

/// One endpoint as a value.
struct EndpointDescriptionView: TemplateView {
    let doc: [String]
    let lines: [String]

    static let properties = ViewProperties<EndpointDescriptionView>(
        .lines("doc") { $0.doc },
        .lines("lines") { $0.lines }
    )

    init(_ endpoint: ResolvedEndpoint, access: GenerationSettings.Access) {
        doc = DocComment.lines([endpoint.summary, endpoint.routeInWords], indentation: 4)
        lines = SwiftExpression(making: endpoint.description, as: "APIDescription.Endpoint")
            .lines(prefix: "\(access.rawValue) static let \(SwiftIdentifier.value(endpoint.id)) = ", indentation: 4)
    }
}

extension ResolvedEndpoint {
    /// The route as people write it: `GET /communities/:tag/events`.
    var route: String { "\(method.rawValue) \(path.colonText)" }

    /// The route in code voice, with the scope and the role that it needs.
    var routeInWords: String {
        let sets = scope.alternatives.map { $0.map { "`\($0)`" }.inWords(conjunction: "and") }.filter { !$0.isEmpty }
        let scopes = sets.isEmpty ? "" : " · scope \(sets.joined(separator: " or "))"
        let role = roles.isEmpty ? "" : " · role \(roles.map { "`\($0)`" }.inWords(conjunction: "or"))"
        return "`\(route)`\(scopes)\(role)\(auth.isOpen ? " · open to anyone" : "")"
    }
}
