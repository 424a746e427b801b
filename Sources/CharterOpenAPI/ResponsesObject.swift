import CharterContract

/// The replies of an endpoint, by status.
struct ResponsesObject {
    private let endpoint: ResolvedEndpoint
    private let api: ResolvedAPI

    init(_ endpoint: ResolvedEndpoint, in api: ResolvedAPI) {
        self.endpoint = endpoint
        self.api = api
    }

    func json(_ shared: inout SharedResponses) -> OrderedJSON {
        var members = [OrderedJSON.Member(String(endpoint.success.status), success)]
        var failures = endpoint.failures[...]
        while let first = failures.first {
            let same = failures.prefix { $0.status == first.status }
            failures = failures.dropFirst(same.count)
            let response = same.allSatisfy(\.isDerived) ? shared.reference(to: Array(same)) : Self.failure(Array(same))
            members.append(OrderedJSON.Member(String(first.status), response))
        }
        return .object(members)
    }

    private var success: OrderedJSON {
        guard let body = endpoint.success.body else { return ["description": .string(endpoint.summary.asSentence)] }
        let content: OrderedJSON =
            if let paging = endpoint.paging, let item = endpoint.pagedItem {
                PageObject(of: item, paging).content
            } else {
                ["schema": SchemaObject.use(body), "example": body.example]
            }
        let about = endpoint.paging == nil ? api.about(body) ?? endpoint.summary.asSentence : "One page of the list."
        return ["description": .string(about), "content": ["application/json": content]]
    }

    /// A reply that says what went wrong.
    ///
    /// All failures are of one status.
    static func failure(_ failures: [ResolvedEndpoint.Failure]) -> OrderedJSON {
        let listed = failures.map { "- `\($0.code)`: \($0.when.asSentence)" }.joined(separator: "\n")
        let text = failures.count == 1 ? failures[0].when.asSentence : listed
        let content: OrderedJSON = ["schema": ["$ref": "#/components/schemas/Problem"], "example": ProblemSchema.example(failures[0])]
        return [
            "description": .string(text),
            "headers": headers(ofStatus: failures[0].status),
            "content": ["application/problem+json": content],
        ]
    }

    /// The header fields that come with a status.
    private static func headers(ofStatus status: Int) -> OrderedJSON? {
        func field(_ name: String, _ about: String, _ schema: OrderedJSON, example: OrderedJSON) -> OrderedJSON {
            [name: ["description": .string(about), "required": true, "schema": schema, "example": example]]
        }
        switch status {
        case 401:
            let about = "The credential that is asked for (RFC 9110 §11.6.1)."
            let example: OrderedJSON = "ApiKey realm=\"example\""
            return field("WWW-Authenticate", about, ["type": "string", "example": example], example: example)
        case 429:
            let about = "Seconds to wait before the next try (RFC 9110 §10.2.3)."
            return field("Retry-After", about, ["type": "integer", "minimum": 1, "example": 1], example: 1)
        default: return nil
        }
    }
}

/// Replies that several endpoints share: each is written once, under `components`.
struct SharedResponses {
    private(set) var members: [OrderedJSON.Member] = []
    private var names: [String: String] = [:]
    private var taken: Set<String> = []

    /// A reference to the reply for failures of one status that follow from conventions.
    mutating func reference(to failures: [ResolvedEndpoint.Failure]) -> OrderedJSON {
        let key = failures.map { "\($0.status) \($0.code) \($0.when)" }.joined(separator: "\n")
        let name = names[key] ?? newName(for: failures)
        if names.updateValue(name, forKey: key) == nil {
            members.append(OrderedJSON.Member(name, ResponsesObject.failure(failures)))
        }
        return ["$ref": .string("#/components/responses/\(name)")]
    }

    /// What the status is called; a number tells apart replies of one status with different texts.
    private mutating func newName(for failures: [ResolvedEndpoint.Failure]) -> String {
        let base = failures.first.flatMap { Self.names[$0.status] } ?? "Failure"
        let name = taken.contains(base) ? (2...).lazy.map { "\(base)\($0)" }.first { !taken.contains($0) } ?? base : base
        taken.insert(name)
        return name
    }

    /// The reason phrases of RFC 9110 §15 as names.
    private static let names = [
        400: "BadRequest", 401: "Unauthorized", 403: "Forbidden", 404: "NotFound", 413: "ContentTooLarge", 415: "UnsupportedMediaType",
        429: "TooManyRequests", 500: "InternalServerError",
    ]
}
