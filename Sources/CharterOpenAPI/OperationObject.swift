import CharterContract
import CharterRuntime

/// One endpoint as an operation of OpenAPI.
struct OperationObject {
    let endpoint: ResolvedEndpoint
    let api: ResolvedAPI

    init(_ endpoint: ResolvedEndpoint, in api: ResolvedAPI) {
        self.endpoint = endpoint
        self.api = api
    }

    func json(_ responses: inout SharedResponses) -> OrderedJSON {
        let head: OrderedJSON = [
            "operationId": .string(endpoint.id),
            "summary": .string(endpoint.summary),
            "description": .string(description),
            "tags": endpoint.tag.map { [.string($0)] },
            "security": security,
            "parameters": parameters.isEmpty ? nil : .array(parameters),
            "requestBody": endpoint.requestBody.map(requestBody),
            "responses": ResponsesObject(endpoint, in: api).json(&responses),
            "x-required-scopes": requiredScopes,
            "x-charter-key-kinds": .array(endpoint.keyKinds.map { .string($0.name) }),
            "x-charter-roles": endpoint.roles.isEmpty ? nil : .array(endpoint.roles.map(OrderedJSON.string)),
            "x-charter-tenancy": api.tenancy.map { _ in .string(endpoint.tenancy.rawValue) },
            "x-charter-limits": limits,
            "x-charter-pagination": endpoint.paging.map(PaginationObject.json),
            "x-charter-idempotency": endpoint.idempotency.map { IdempotencyObject($0).json },
            "x-charter-assumed": assumed.isEmpty ? nil : .array(assumed.map(OrderedJSON.string)),
        ]
        guard case .object(let members) = head else { return head }
        return .object(members + OperationDetails(endpoint).members + endpoint.extensions)
    }

    /// What the contract says in words, then what OpenAPI has no members for.
    private var description: String {
        var text = [endpoint.summary.asSentence] + (endpoint.about.map { [$0] } ?? [])
        text += callers
        text += endpoint.limits.map { LimitObject($0, in: api).text }
        if let order = endpoint.paging?.description.orderInWords { text.append("The order of the list: \(order.asSentence)") }
        text += OperationDetails(endpoint).sentences
        return text.joined(separator: "\n\n")
    }

    private var parameters: [OrderedJSON] {
        let inPath = endpoint.pathParameters.map { ParameterObject.json($0, in: "path") }
        let inQuery = endpoint.queryParameters.map { ParameterObject.json($0, in: "query") }
        let inHeader = tenantHeaders + endpoint.headerParameters.map { ParameterObject.json($0, in: "header") }
        return inPath + inQuery + inHeader + (endpoint.paging.map { ParameterObject.paging($0.description, field: pagingField) } ?? [])
            + conventions
    }

    /// The header fields that conventions take.
    private var conventions: [OrderedJSON] {
        let version = api.conventions.versioning.map { ConventionHeader.version($0) }
        return [version, endpoint.idempotency.flatMap { IdempotencyObject($0).parameter }, override].compactMap(\.self)
    }

    private var override: OrderedJSON? {
        guard endpoint.method == .post, api.conventions.requests.methodOverride != nil else { return nil }
        let methods = api.endpoints.filter { $0.path.shape == endpoint.path.shape }.map(\.method)
        return RequestRulesObject(api.conventions.requests).override(among: methods)
    }

    /// The field of an item by which the list is paged.
    private var pagingField: Schema? {
        guard case .after(_, let field, _)? = endpoint.paging?.description.position, var item = endpoint.pagedItem else { return nil }
        while case .named(let name) = item.shape, let schema = api.schemas[name] { item = schema }
        guard case .object(let properties) = item.shape else { return nil }
        return properties.first { $0.name == field }?.schema
    }

    private func requestBody(_ schema: Schema) -> OrderedJSON {
        var (body, example) = (SchemaObject.use(schema), schema.example)
        if endpoint.details.refusesEmpty { body = ["allOf": [body], "minProperties": 1] }
        var encoding = FormEncodingObject(schemas: api.schemas).encodings(of: schema)
        if let idempotency = endpoint.idempotency { (body, example) = IdempotencyObject(idempotency).body(body, example) }
        if let member = endpoint.envelope?.request {
            let wrapped = TreeMember(member, about: nil, schema: body, example: example)
            (body, example) = [wrapped].object(about: "What is sent.", inner: "What is sent.")
            encoding = [OrderedJSON.Member(String(member.prefix { $0 != "." }), FormEncodingObject.object)]
        }
        let content: OrderedJSON = ["schema": body, "example": example]
        let form: OrderedJSON = ["schema": body, "example": example, "encoding": encoding.isEmpty ? nil : .object(encoding)]
        return [
            "description": .string(api.about(schema) ?? "What \"\(endpoint.summary)\" takes."),
            "required": true,
            "content": .object(
                OperationDetails(endpoint).media.map { OrderedJSON.Member($0.mediaType, $0 == .json ? content : form) }
            ),
        ]
    }

    /// The limits of the endpoint, then those that come with each credential and each kind of key.
    private var limits: OrderedJSON? {
        let keyed = endpoint.keyKinds.flatMap { kind in
            api.limits.filter { kind.limits.contains($0.name) }.map { LimitObject($0, in: api).json(keyKind: kind.name) }
        }
        let presented = endpoint.credentials.flatMap { credential in
            api.limits.filter { credential.limits.contains($0.name) }.map { LimitObject($0, in: api).json(credential: credential.name) }
        }
        let limits = endpoint.limits.map { LimitObject($0, in: api).json(keyKind: nil) } + presented + keyed
        return limits.isEmpty ? nil : .array(limits)
    }

    private var assumed: [String] {
        var seen: Set<Int> = []
        let derived = endpoint.failures.filter { $0.isDerived && $0.isAssumed }.map(\.status)
        let statuses = derived.filter { seen.insert($0).inserted }.map { "errors.\($0)" }
        return endpoint.assumed + (endpoint.paging?.assumed.map { "pagination.\($0)" } ?? [])
            + (endpoint.idempotency?.assumed.map { "idempotency.\($0)" } ?? []) + statuses
    }
}

extension String {
    /// The text with a full stop, unless it ends in a mark of its own.
    package var asSentence: String {
        last.map { ".!?".contains($0) } ?? true ? self : self + "."
    }
}
