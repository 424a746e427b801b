import CharterContract

/// One endpoint as an operation of OpenAPI.
struct OperationObject {
    private let endpoint: ResolvedEndpoint
    private let api: ResolvedAPI

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
            "security": endpoint.credential.map { [.object([OrderedJSON.Member($0.name, [])])] } ?? [],
            "parameters": parameters.isEmpty ? nil : .array(parameters),
            "requestBody": endpoint.requestBody.map(requestBody),
            "responses": ResponsesObject(endpoint, in: api).json(&responses),
            "x-required-scopes": .array(endpoint.scope.map { [.string($0)] } ?? []),
            "x-charter-key-kinds": .array(endpoint.keyKinds.map { .string($0.name) }),
            "x-charter-limits": limits,
            "x-charter-pagination": endpoint.paging.map(pagination),
            "x-charter-assumed": assumed.isEmpty ? nil : .array(assumed.map(OrderedJSON.string)),
        ]
        guard case .object(let members) = head else { return head }
        return .object(members + endpoint.extensions)
    }

    /// What the contract says in words, then what OpenAPI has no members for.
    private var description: String {
        var text = [endpoint.summary.asSentence] + (endpoint.about.map { [$0] } ?? [])
        let kinds = endpoint.keyKinds.map { "`\($0.prefix)…`" }.inWords(conjunction: "or")
        if let scope = endpoint.scope {
            let implying = api.scopes.map(\.name).filter { $0 != scope && api.scope($0, satisfies: scope) }.map { " or `\($0)`" }.joined()
            text.append("Needs the scope `\(scope)`\(implying), held by a key \(kinds).")
        }
        if endpoint.scope == nil, !kinds.isEmpty { text.append("Needs a key \(kinds).") }
        text += endpoint.limits.map { limit in
            let rule = "At most \(limit.allow) in \(limit.seconds.asDuration) for each \(partition(limit))."
            return [rule, limit.about].compactMap { $0 }.joined(separator: " ")
        }
        return text.joined(separator: "\n\n")
    }

    private func partition(_ limit: ResolvedLimit) -> String {
        switch limit.partition {
        case .key: "key"
        case .tenant: api.tenancy?.name ?? "tenant"
        }
    }

    private var parameters: [OrderedJSON] {
        let inPath = endpoint.pathParameters.map { ParameterObject.json($0, in: "path") }
        let inQuery = endpoint.queryParameters.map { ParameterObject.json($0, in: "query") }
        return inPath + inQuery + (endpoint.paging.map(ParameterObject.paging) ?? [])
    }

    private func requestBody(_ schema: Schema) -> OrderedJSON {
        let content: OrderedJSON = ["schema": SchemaObject.use(schema), "example": schema.example]
        return [
            "description": .string(api.about(schema) ?? "What \"\(endpoint.summary)\" takes."),
            "required": true,
            "content": ["application/json": content],
        ]
    }

    /// The limits of the endpoint, then those that come with each kind of key.
    private var limits: OrderedJSON? {
        let keyed = endpoint.keyKinds.flatMap { kind in
            api.limits.filter { kind.limits.contains($0.name) }.map { json($0, keyKind: kind.name) }
        }
        let limits = endpoint.limits.map { json($0, keyKind: nil) } + keyed
        return limits.isEmpty ? nil : .array(limits)
    }

    private func json(_ limit: ResolvedLimit, keyKind: String?) -> OrderedJSON {
        [
            "name": .string(limit.name),
            "allow": OrderedJSON(integerLiteral: limit.allow),
            "per": OrderedJSON(integerLiteral: limit.seconds),
            "by": .string(limit.partition.rawValue),
            "kind": .string(limit.kind.rawValue),
            "keyKind": keyKind.map(OrderedJSON.string),
        ]
    }

    private func pagination(_ paging: ResolvedPaging) -> OrderedJSON {
        [
            "name": .string(paging.name),
            "style": "offset",
            "pageSize": [
                "parameter": .string(paging.pageSizeParameter),
                "default": OrderedJSON(integerLiteral: paging.defaultPageSize),
                "max": OrderedJSON(integerLiteral: paging.maximumPageSize),
                "below": .string(paging.below.rawValue),
                "above": .string(paging.above.rawValue),
            ],
            "offset": ["parameter": .string(paging.offsetParameter)],
            "response": [
                "items": .string(paging.members.items),
                "total": paging.members.total.map(OrderedJSON.string),
                "hasMore": paging.members.hasMore.map(OrderedJSON.string),
                "pageSize": paging.members.pageSize.map(OrderedJSON.string),
                "offset": paging.members.offset.map(OrderedJSON.string),
            ],
        ]
    }

    private var assumed: [String] {
        var seen: Set<Int> = []
        let derived = endpoint.failures.filter { $0.isDerived && $0.isAssumed }.map(\.status)
        let statuses = derived.filter { seen.insert($0).inserted }.map { "errors.\($0)" }
        return endpoint.assumed + (endpoint.paging?.assumed.map { "pagination.\($0)" } ?? []) + statuses
    }
}

extension Int {
    /// A number of seconds as people say it.
    var asDuration: String {
        switch self {
        case 1: "a second"
        case 60: "a minute"
        case 3_600: "an hour"
        case 86_400: "24 hours"
        case let seconds where seconds % 86_400 == 0: "\(seconds / 86_400) days"
        case let seconds where seconds % 3_600 == 0: "\(seconds / 3_600) hours"
        case let seconds where seconds % 60 == 0: "\(seconds / 60) minutes"
        default: "\(self) seconds"
        }
    }
}

extension String {
    /// The text with a full stop, unless it ends in a mark of its own.
    package var asSentence: String {
        last.map { ".!?".contains($0) } ?? true ? self : self + "."
    }
}
