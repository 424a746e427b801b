import CharterContract

/// The replies of an endpoint, by status.
struct ResponsesObject {
    private let endpoint: ResolvedEndpoint

    init(_ endpoint: ResolvedEndpoint) {
        self.endpoint = endpoint
    }

    func json(_ shared: inout SharedResponses) -> OrderedJSON {
        var members = [OrderedJSON.Member(String(endpoint.success.status), success)]
        var failures = endpoint.failures[...]
        while let first = failures.first {
            let same = failures.prefix { $0.status == first.status }
            failures = failures.dropFirst(same.count)
            let response = same.count == 1 && first.isDerived ? shared.reference(to: first) : Self.failure(Array(same))
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
        return ["description": .string(endpoint.summary.asSentence), "content": ["application/json": content]]
    }

    /// A reply that says what went wrong.
    ///
    /// All failures are of one status.
    static func failure(_ failures: [ResolvedEndpoint.Failure]) -> OrderedJSON {
        let listed = failures.map { "- `\($0.code)`: \($0.when.asSentence)" }.joined(separator: "\n")
        let text = failures.count == 1 ? failures[0].when.asSentence : listed
        let retryAfter: OrderedJSON = [
            "Retry-After": [
                "description": "Seconds to wait before the next try (RFC 9110 §10.2.3).",
                "required": true,
                "schema": ["type": "integer", "minimum": 1, "example": 1],
                "example": 1,
            ]
        ]
        let content: OrderedJSON = ["schema": ["$ref": "#/components/schemas/Problem"], "example": ProblemSchema.example(failures[0])]
        return [
            "description": .string(text),
            "headers": failures[0].status == 429 ? retryAfter : nil,
            "content": ["application/problem+json": content],
        ]
    }
}

/// Replies that several endpoints share: each is written once, under `components`.
struct SharedResponses {
    private(set) var members: [OrderedJSON.Member] = []
    private var names: [String: String] = [:]

    /// A reference to the reply for a failure that follows from conventions.
    mutating func reference(to failure: ResolvedEndpoint.Failure) -> OrderedJSON {
        let key = "\(failure.status) \(failure.code) \(failure.when)"
        let name = names[key] ?? newName(for: failure)
        if names.updateValue(name, forKey: key) == nil {
            members.append(OrderedJSON.Member(name, ResponsesObject.failure([failure])))
        }
        return ["$ref": .string("#/components/responses/\(name)")]
    }

    /// The code in camel case; a number tells apart replies of one code with different texts.
    private func newName(for failure: ResolvedEndpoint.Failure) -> String {
        let base = IdentifierWords(failure.code).upperCamel
        let taken = Set(members.map(\.name))
        guard taken.contains(base) else { return base }
        return (2...).lazy.map { "\(base)\($0)" }.first { !taken.contains($0) } ?? base
    }
}
