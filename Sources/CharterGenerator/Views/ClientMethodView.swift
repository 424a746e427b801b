import CharterContract

/// The client's method for one endpoint.
struct ClientMethodView: TemplateView {
    let shownTypes: ShownTypes
    let constraint: String
    let doc: [String]
    /// The attribute that warns of a deprecated endpoint.
    let deprecation: [String]
    let identifier: String
    let endpoint: String
    let path: [ParameterView]
    let query: [ParameterView]
    /// Header fields; the client may have them for all calls, so that each may be left out.
    let headers: [ParameterView]
    let body: String
    let output: String
    /// Whether the result is more than the body.
    let isReply: Bool
    let hasBody: Bool
    let isPaged: Bool
    let paging: PagingParameters?
    /// Whether a call can be repeated safely.
    let takesIdempotencyKey: Bool

    static let properties = ViewProperties<ClientMethodView>(
        .text("constraint") { $0.constraint },
        .lines("doc") { $0.doc },
        .lines("deprecation") { $0.deprecation },
        .text("identifier") { $0.identifier },
        .text("endpoint") { $0.endpoint },
        .text("promise") { $0.promise },
        .text("function") { $0.function },
        .text("label") { $0.isPaged || !$0.output.isEmpty ? "of: " : "" },
        .list("parameters") { $0.parameters },
        .flag("hasParameters") { !$0.parameters.isEmpty },
        .list("arguments") { $0.arguments },
        .flag("hasArguments") { !$0.arguments.isEmpty }
    )

    init(_ endpoint: ResolvedEndpoint, api: ResolvedAPI) {
        constraint = KeyConstraint(endpoint, in: api)?.clause ?? ""
        doc = DocComment.lines(endpoint.documentation, indentation: 4)
        deprecation = endpoint.deprecationAttribute
        identifier = SwiftIdentifier.value(endpoint.id)
        self.endpoint = "\(api.name)Endpoints.\(identifier)"
        path = endpoint.pathParameters.map { ParameterView.path($0, indentation: 4) }
        query = endpoint.queryParameters.map { ParameterView.query($0, in: api, indentation: 4) }
        headers = endpoint.headerParameters.map { ParameterView.optionalHeader($0, indentation: 4) }
        body = endpoint.requestBody.map { SwiftType(nestedName: "").text($0) } ?? ""
        isPaged = endpoint.pagedItem != nil
        isReply = !isPaged && endpoint.replyType != nil
        hasBody = endpoint.success.body != nil
        output = (isReply ? endpoint.replyType : endpoint.outputType) ?? ""
        paging = endpoint.paging.map { PagingParameters($0.description) }
        takesIdempotencyKey = endpoint.idempotency != nil
        shownTypes = ShownTypes(path.map(\.type) + query.map(\.type) + headers.map(\.type) + [body, output], in: api)
    }

    /// What the method promises behind its parameters: ` -> Pages<Event>`, ` async throws(ClientError) -> Event`.
    private var promise: String {
        if isPaged { return " -> Pages<\(output)>" }
        return " async throws(ClientError)" + (output.isEmpty ? "" : " -> \(output)")
    }

    /// The function of the library that sends the request.
    private var function: String {
        if isPaged { return "client.pages" }
        if isReply { return hasBody ? "try await client.reply" : "try await client.emptyReply" }
        return output.isEmpty ? "try await client.perform" : "try await client.value"
    }

    /// The parameters of the method, those that may be left out behind the others.
    private var parameters: [ParameterView] {
        var parameters = path + query.filter { !$0.isOptional }
        if !body.isEmpty { parameters.append(Self.parameter("body", body, isOptional: false)) }
        parameters += query.filter(\.isOptional) + headers
        parameters += (paging?.all ?? []).map { Self.parameter($0.identifier, $0.type + "?", isOptional: true) }
        if takesIdempotencyKey { parameters.append(Self.parameter("idempotencyKey", "String?", isOptional: true)) }
        return parameters.marked
    }

    /// What is handed to the library behind the endpoint.
    private var arguments: [ArgumentView] {
        var arguments: [ArgumentView] = []
        if !path.isEmpty { arguments.append(ArgumentView(lines: Self.dictionary("path", path))) }
        if !query.isEmpty { arguments.append(ArgumentView(lines: Self.dictionary("query", query))) }
        if !headers.isEmpty { arguments.append(ArgumentView(lines: Self.dictionary("headers", headers))) }
        if takesIdempotencyKey { arguments.append(ArgumentView(lines: ["idempotencyKey: idempotencyKey"])) }
        arguments += (paging?.arguments ?? []).map { ArgumentView(lines: [$0]) }
        if !body.isEmpty { arguments.append(ArgumentView(lines: ["body: body"])) }
        return arguments.enumerated().map { index, argument in argument.withComma(index < arguments.count - 1) }
    }

    private static func dictionary(_ label: String, _ parameters: [ParameterView]) -> [String] {
        SwiftExpression.dictionary(parameters.map { ($0.wireName, .atom($0.argument)) }).lines(prefix: "\(label): ", indentation: 12)
    }

    private static func parameter(_ identifier: String, _ type: String, isOptional: Bool) -> ParameterView {
        ParameterView(wireName: identifier, identifier: identifier, type: type, doc: [], reading: .atom(""), isOptional: isOptional)
    }
}

/// One labelled argument of a call, over as many lines as it needs.
struct ArgumentView: TemplateView {
    let lines: [String]

    static let properties = ViewProperties<ArgumentView>(.lines("lines") { $0.lines })

    func withComma(_ needsComma: Bool) -> ArgumentView {
        guard needsComma, let last = lines.last else { return self }
        return ArgumentView(lines: lines.dropLast() + [last + ","])
    }
}
