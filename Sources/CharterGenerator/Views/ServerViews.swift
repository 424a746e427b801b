import CharterContract
import CharterRuntime

/// The server side of an API: the protocol that a team implements, and its registration.
struct ServerAPIView: TemplateView {
    let title: String
    let identifier: String
    let shownTypes: ShownTypes
    /// Whether some credential is a key.
    let hasKeys: Bool
    /// Whether some credential is a token.
    let hasTokens: Bool
    /// Whether some tenants may be suspended.
    let hasSuspensions: Bool
    /// Whether some limit goes by what tenants subscribe to.
    let hasSubscriptions: Bool
    /// Whether some quota counts requests.
    let hasQuotas: Bool
    /// Whether some handler writes what it does in a transaction.
    let keepsEffects: Bool
    /// Whether servers compile without some handlers.
    let allowsMissingHandlers: Bool
    /// Whether it serves its own description.
    let describesItself: Bool
    let endpoints: [HandlerView]

    static let properties = ViewProperties<ServerAPIView>(
        .text("title") { $0.title },
        .text("identifier") { $0.identifier },
        .flag("hasParameters") { $0.hasKeys || $0.hasTokens || $0.hasTenants || $0.hasQuotas || $0.keepsEffects },
        .flag("hasKeys") { $0.hasKeys },
        .flag("hasTokens") { $0.hasTokens },
        .flag("hasTenants") { $0.hasTenants },
        .text("tenants") { $0.tenants },
        .flag("hasQuotas") { $0.hasQuotas },
        .flag("keepsEffects") { $0.keepsEffects },
        .flag("allowsMissingHandlers") { $0.allowsMissingHandlers },
        .flag("registersWithoutEffects") { $0.allowsMissingHandlers && $0.keepsEffects },
        .lines("storeNotice") { _ in HandlerNotice.unusedStore },
        .list("callers") { $0.callers },
        .flag("hasCallers") { !$0.callers.isEmpty },
        .flag("hasMoreThanKeys") { $0.hasTokens || $0.hasTenants || $0.hasQuotas || $0.keepsEffects },
        .flag("hasMoreThanTokens") { $0.hasTenants || $0.hasQuotas || $0.keepsEffects },
        .flag("hasMoreThanTenants") { $0.hasQuotas || $0.keepsEffects },
        .flag("describesItself") { $0.describesItself },
        .text("verification") { $0.verification },
        .list("endpoints") { $0.endpoints }
    )

    init(_ api: ResolvedAPI, missingHandlers: GenerationSettings.MissingHandlers) {
        allowsMissingHandlers = missingHandlers == .warn
        title = DocComment.phrase(api.title)
        identifier = SwiftIdentifier.value(api.name)
        hasKeys = api.credentials.contains { !$0.isToken }
        hasTokens = api.credentials.contains(where: \.isToken)
        hasSuspensions = api.tenancy?.suspendedStatus != nil
        hasSubscriptions = api.limits.contains(where: \.description.dependsOnSubscription)
        hasQuotas = api.limits.contains { $0.description.kind == .quota && $0.description.counts == .requests }
        // What an endpoint keeps follows from the conventions alone.
        var conventions = api
        conventions.endpoints = []
        conventions.types = []
        let description = conventions.description
        endpoints = api.endpoints.map { HandlerView($0, api: api, keepsEffects: description.keepsEffects(of: $0.description)) }
        keepsEffects = endpoints.contains(where: \.keepsEffects)
        describesItself = api.conventions.describedAt != nil
        shownTypes = ShownTypes(endpoints.map(\.returning), in: api)
    }

    /// Whether something must be known of tenants.
    private var hasTenants: Bool { hasSuspensions || hasSubscriptions }

    /// What is known of tenants, in words.
    private var tenants: String {
        ((hasSuspensions ? ["which tenants are suspended"] : []) + (hasSubscriptions ? ["what tenants subscribe to"] : []))
            .joined(separator: ", and ")
    }

    /// The parameters by which callers and their tenants are known, and their quotas counted.
    private var callers: [RegistrationParameterView] {
        let all = [
            (hasKeys, "keys: any KeyStore"), (hasTokens, "tokens: any TokenVerifier"), (hasTenants, "tenants: any TenantDirectory"),
            (hasQuotas, "quotas: any LimitStore"),
        ]
        let declarations = all.filter(\.0).map(\.1)
        return declarations.indices.map { RegistrationParameterView(declaration: declarations[$0], isLast: $0 == declarations.count - 1) }
    }

    /// The arguments of `APIRoutes` by which callers and their tenants are known, and their quotas counted.
    private var verification: String {
        (hasKeys ? "keys: keys" : "keys: InMemoryKeyStore(.\(identifier))") + (hasTokens ? ", tokens: tokens" : "")
            + (hasTenants ? ", tenants: tenants" : "") + (hasQuotas ? ", quotas: quotas" : "")
    }
}

/// The handler of one endpoint.
struct HandlerView: TemplateView {
    let identifier: String
    let namespace: String
    let endpoint: String
    let doc: [String]
    /// The function of `APIRoutes` that fits what the handler returns.
    let kind: String
    /// ` -> Event`; empty for handlers that return nothing.
    let returning: String
    /// Whether it writes what it does in a transaction.
    let keepsEffects: Bool
    let hasBody: Bool
    let isShort: Bool
    /// Whether the declaration fits into a line with a brace behind it.
    let isShortWithBrace: Bool
    /// What is said of what stands for it while it is missing.
    let missingDoc: [String]
    /// What the compiler says while it is missing.
    let missingNotice: [String]

    static let properties = ViewProperties<HandlerView>(
        .text("identifier") { $0.identifier },
        .text("namespace") { $0.namespace },
        .text("endpoint") { $0.endpoint },
        .lines("doc") { $0.doc },
        .text("kind") { $0.kind },
        .text("returning") { $0.returning },
        .flag("keepsEffects") { $0.keepsEffects },
        .flag("hasBody") { $0.hasBody },
        .flag("isShort") { $0.isShort },
        .flag("isShortWithBrace") { $0.isShortWithBrace },
        .lines("missingDoc") { $0.missingDoc },
        .lines("missingNotice") { $0.missingNotice }
    )

    init(_ endpoint: ResolvedEndpoint, api: ResolvedAPI, keepsEffects: Bool) {
        self.keepsEffects = keepsEffects
        hasBody = endpoint.requestBody != nil
        identifier = SwiftIdentifier.value(endpoint.id)
        namespace = SwiftIdentifier.type(endpoint.id)
        self.endpoint = "\(api.name)Endpoints.\(identifier)"
        doc = DocComment.lines(endpoint.documentation(api.errors), indentation: 4)
        let isPaged = endpoint.pagedItem != nil
        let output = endpoint.outputType
        if let reply = endpoint.replyType {
            kind = isPaged ? "pageReply" : output == nil ? "emptyReply" : "reply"
            returning = " -> \(reply)"
        } else {
            kind = isPaged ? "page" : output == nil ? "empty" : "value"
            returning = output.map { isPaged ? " -> Page<\($0)>" : " -> \($0)" } ?? ""
        }
        let transaction = keepsEffects ? ", in transaction: Transaction" : ""
        let declaration = "func \(identifier)(_ input: \(namespace).Input, caller: Caller\(transaction)) async throws\(returning)"
        isShort = declaration.count + 4 <= SwiftLayout.width
        isShortWithBrace = "    public \(declaration) {".count <= SwiftLayout.width
        missingNotice = HandlerNotice.missing(declaration)
        missingDoc = DocComment.lines(["Answers `\(endpoint.route)` until there is a handler: 501."], indentation: 4)
    }
}

/// What the handler of one endpoint gets, and the failures it can answer with.
struct ServerEndpointView: TemplateView {
    let shownTypes: ShownTypes
    let namespace: String
    let doc: [String]
    let fields: [ParameterView]
    let failures: [FailureView]
    /// Whether the public face names a type of `CharterServer`.
    let showsServer: Bool

    static let properties = ViewProperties<ServerEndpointView>(
        .text("namespace") { $0.namespace },
        .lines("doc") { $0.doc },
        .list("fields") { $0.fields },
        .flag("hasFields") { !$0.fields.isEmpty },
        .list("failures") { $0.failures },
        .flag("hasFailures") { !$0.failures.isEmpty }
    )

    init(_ endpoint: ResolvedEndpoint, api: ResolvedAPI) {
        namespace = SwiftIdentifier.type(endpoint.id)
        doc = DocComment.lines(endpoint.purpose)
        var fields =
            endpoint.pathParameters.map { ParameterView.path($0, indentation: 8) }
            + endpoint.queryParameters.map { ParameterView.handledQuery($0, in: api, indentation: 8) }
            + endpoint.headerParameters.map { ParameterView.header($0, in: api, indentation: 8) }
        if let paging = endpoint.paging?.description {
            let (type, reading) = paging.position.serverReading
            fields.append(Self.field("page", type, "The page that is asked for, within the documented bounds.", reading))
        }
        if let body = endpoint.requestBody {
            fields.append(Self.field("body", SwiftType(nestedName: "").text(body), "The body of the request.", "try request.body()"))
        }
        if let versioning = api.conventions.versioning {
            let versions = ([versioning.current] + versioning.older).map { "`\($0)`" }.joined(separator: ", ")
            let about = "The version of the API that the request chose, of \(versions)."
            fields.append(Self.field("apiVersion", "String", about, "request.version"))
        }
        self.fields = fields.marked
        failures = FailureView.all(of: endpoint)
        showsServer = endpoint.paging != nil || !failures.isEmpty
        shownTypes = ShownTypes(fields.map(\.type), in: api)
    }

    private static func field(_ name: String, _ type: String, _ about: String, _ reading: String) -> ParameterView {
        let doc = DocComment.lines([about], indentation: 8)
        return ParameterView(wireName: name, identifier: name, type: type, doc: doc, reading: .atom(reading), isOptional: false)
    }
}

extension APIDescription.Paging.Position {
    /// The type in which a handler gets the page that is asked for, and where it comes from.
    fileprivate var serverReading: (type: String, reading: String) {
        switch self {
        case .offset, .page, .first: ("OffsetPage", "request.offsetPage")
        case .cursor, .after, .url: ("CursorPage", "request.cursorPage")
        }
    }
}

/// A failure that an endpoint documents.
struct FailureView: TemplateView {
    let identifier: String
    let status: String
    let code: String
    let title: [String]
    let doc: [String]

    static let properties = ViewProperties<FailureView>(
        .text("identifier") { $0.identifier },
        .text("status") { $0.status },
        .text("code") { $0.code },
        .lines("title") { $0.title },
        .lines("doc") { $0.doc }
    )

    /// The failures of an endpoint's own; a code that stands for several statuses has the status in its name.
    static func all(of endpoint: ResolvedEndpoint) -> [FailureView] {
        let failures = endpoint.failures.filter { !$0.isDerived }
        let statuses = Dictionary(grouping: failures) { SwiftIdentifier.value($0.code) }
        return failures.map { failure in
            let identifier = SwiftIdentifier.value(failure.code)
            let isShared = (statuses[identifier]?.count ?? 0) > 1
            return FailureView(failure, identifier: isShared ? SwiftIdentifier.value("\(failure.code)-\(failure.status)") : identifier)
        }
    }

    private init(_ failure: ResolvedEndpoint.Failure, identifier: String) {
        self.identifier = identifier
        status = String(failure.status)
        code = StringLiteral(failure.code).oneLine
        title = SwiftExpression.string(failure.when).lines(prefix: "title: ", indentation: 12)
        doc = DocComment.lines([failure.when], indentation: 8)
    }
}
