import CharterContract
import CharterRuntime

/// What all conformance tests of an API share.
struct ConformanceView: TemplateView {
    let title: String
    let identifier: String
    /// What the names of the API's environment variables begin with.
    let variables: String

    static let properties = ViewProperties<ConformanceView>(
        .text("title") { $0.title },
        .text("variables") { $0.variables },
        .text("identifier") { $0.identifier }
    )

    init(_ api: ResolvedAPI) {
        title = DocComment.phrase(api.title)
        identifier = SwiftIdentifier.value(api.name)
        variables = api.name.uppercased()
    }
}

/// The conformance tests of one endpoint.
struct EndpointConformanceView: TemplateView {
    let namespace: String
    let suite: [String]
    let endpoint: String
    let checks: [ConformanceCheck]

    static let properties = ViewProperties<EndpointConformanceView>(
        .text("namespace") { $0.namespace },
        .lines("suite") { $0.suite },
        .text("endpoint") { $0.endpoint },
        .list("checks") { $0.checks }
    )

    init(_ endpoint: ResolvedEndpoint, api: ResolvedAPI) {
        namespace = SwiftIdentifier.type(endpoint.id)
        suite = SwiftExpression.call("@Suite", (nil, .string(endpoint.route))).lines(indentation: 0)
        self.endpoint = "\(api.name)Endpoints.\(SwiftIdentifier.value(endpoint.id))"
        checks = ConformanceCheck.checks(of: endpoint, in: api)
    }
}

/// One check of one endpoint.
package struct ConformanceCheck: TemplateView, Hashable {
    /// The name of the check among those of its endpoint, as `CharterConformance` has it.
    package let name: String
    /// The name of the test: `insufficientScopeAdmin`.
    let identifier: String
    /// The check in Swift: `.insufficientScope("ADMIN")`.
    let expression: String
    /// What the test says.
    package let title: String

    package static let properties = ViewProperties<ConformanceCheck>(
        .text("identifier") { $0.identifier },
        .text("expression") { $0.expression },
        .text("title") { StringLiteral($0.title).oneLine }
    )

    init(_ check: Check, title: String) {
        name = check.name
        self.title = title
        identifier = SwiftIdentifier.bareValue(check.stem) + (check.value.map(SwiftIdentifier.type) ?? "")
        let payload = Mirror(reflecting: check).children.first
        let argument =
            switch payload?.value {
            case let text as String: "(\(StringLiteral(text).oneLine))"
            case let texts as [String]: "([\(texts.map { StringLiteral($0).oneLine }.joined(separator: ", "))])"
            default: ""
            }
        expression = ".\(payload?.label ?? "\(check)")\(argument)"
    }
}
