import CharterContract

/// One way to make a client: what it is asked for depends on its key.
struct ClientInitializerView: TemplateView {
    /// Of which clients it makes one, as an extension has it: ` where Key == SecretKey`; empty for all of them.
    let constraint: String
    /// Whether the client is given a key.
    let hasKey: Bool
    let baseURL: String
    /// The argument with the client's keys: `key: key`.
    let key: String
    let parameters: [ClientParameterView]
    let hasHeaders: Bool
    /// What is handed to the library, each argument over as many lines as it needs.
    let arguments: [ArgumentView]
    /// Whether the arguments stand on one line.
    let isShort: Bool

    static let properties = ViewProperties<ClientInitializerView>(
        .text("constraint") { $0.constraint },
        .flag("isExtension") { !$0.constraint.isEmpty },
        .flag("hasKey") { $0.hasKey },
        .text("baseURL") { $0.baseURL },
        .list("parameters") { $0.parameters },
        .flag("hasHeaders") { $0.hasHeaders },
        .list("arguments") { $0.arguments },
        .flag("isShort") { $0.isShort },
        .text("key") { $0.key }
    )

    init(
        _ values: ClientValues,
        constraint: String,
        key: String,
        hasKey: Bool,
        baseURL: String,
        hasHeaders: Bool,
        in api: ResolvedAPI
    ) {
        self.constraint = constraint
        self.hasKey = hasKey
        self.baseURL = baseURL
        self.key = key
        self.hasHeaders = hasHeaders
        parameters = values.values.map(ClientParameterView.init)
        var lines = [[".\(SwiftIdentifier.value(api.name))"], ["baseURL: baseURL"], [key]]
        if let tenant = values.values.first(where: { $0.header == nil }) { lines.append(["tenant: \(tenant.argument)"]) }
        let named = values.values.compactMap { value in value.header.map { ($0, SwiftExpression.atom(value.argument)) } }
        if !named.isEmpty { lines.append(SwiftExpression.dictionary(named).lines(prefix: "namedHeaders: ", indentation: 12)) }
        if hasHeaders { lines.append(["headers: headers"]) }
        lines.append(["transport: transport"])
        isShort = lines.count == 4
        arguments = lines.enumerated().map { index, argument in ArgumentView(lines: argument).withComma(index < lines.count - 1) }
    }
}

/// What a client is asked for when it is made.
struct ClientParameterView: TemplateView {
    let identifier: String
    let type: String
    let doc: [String]

    static let properties = ViewProperties<ClientParameterView>(
        .text("identifier") { $0.identifier },
        .text("type") { $0.type },
        .lines("doc") { $0.doc }
    )

    init(_ value: ClientValues.Value) {
        identifier = value.identifier
        type = value.type
        doc = DocComment.parameter(value.identifier, value.about, indentation: 4)
    }
}
