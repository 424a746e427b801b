import CharterConformance
import CharterContract
import CharterRuntime

/// What all conformance tests of an API share.
struct ConformanceView: TemplateView {
    let title: String
    let identifier: String
    /// What the names of environment variables begin with.
    let environment: String

    static let properties = ViewProperties<ConformanceView>(
        .text("title") { $0.title },
        .text("identifier") { $0.identifier },
        .text("environment") { $0.environment }
    )

    init(_ api: ResolvedAPI) {
        title = DocComment.phrase(api.title)
        identifier = SwiftIdentifier.value(api.name)
        environment = api.name.uppercased()
    }
}

/// The conformance tests of one endpoint.
struct EndpointConformanceView: TemplateView {
    let namespace: String
    let suite: [String]
    let endpoint: String
    let families: [FamilyConformanceView]

    static let properties = ViewProperties<EndpointConformanceView>(
        .text("namespace") { $0.namespace },
        .lines("suite") { $0.suite },
        .text("endpoint") { $0.endpoint },
        .list("families") { $0.families }
    )

    /// - Parameter checks: What the conventions of the endpoint call for.
    init(_ endpoint: ResolvedEndpoint, _ checks: [Check]) {
        namespace = SwiftIdentifier.type(endpoint.id)
        suite = SwiftExpression.call("@Suite", (nil, .string(endpoint.route))).lines(indentation: 0)
        self.endpoint = StringLiteral(endpoint.id).oneLine
        families = CheckFamily.allCases.compactMap { family in
            let names = checks.filter { $0.family == family }.map { String($0.name.dropFirst(endpoint.id.count + 1)) }
            return names.isEmpty ? nil : FamilyConformanceView(family: family.rawValue, checks: names)
        }
    }
}

/// The checks of one family on one endpoint.
struct FamilyConformanceView: TemplateView {
    let family: String
    /// The names of the checks among those of their endpoint.
    let checks: [String]

    /// The cases of the test, one in a line.
    private var arguments: [String] {
        let names = checks.map { StringLiteral($0).oneLine }
        return names.count == 1 ? ["arguments: [\(names[0])]"] : ["arguments: ["] + names.map { "    \($0)," } + ["]"]
    }

    static let properties = ViewProperties<FamilyConformanceView>(
        .text("family") { $0.family },
        .text("title") { StringLiteral($0.family).oneLine },
        .lines("arguments") { $0.arguments }
    )
}
