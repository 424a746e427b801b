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
        let (schema, example): (OrderedJSON, OrderedJSON) =
            if let paging = endpoint.paging, case .list(let item, _) = body.shape {
                (Self.page(of: item, paging), Self.pageExample(of: item, paging))
            } else {
                (SchemaObject.use(body), body.example)
            }
        let content: OrderedJSON = ["schema": schema, "example": example]
        return ["description": .string(endpoint.summary.asSentence), "content": ["application/json": content]]
    }

    /// The object that holds a page.
    private static func page(of item: Schema, _ paging: ResolvedPaging) -> OrderedJSON {
        let members = paging.members
        let count: OrderedJSON = ["type": "integer", "minimum": 0]
        let parts: [(String?, String, OrderedJSON)] = [
            (members.items, "The items of this page.", ["type": "array", "items": SchemaObject.use(item)]),
            (members.total, "The number of items in the whole list.", count),
            (members.hasMore, "Whether more items follow.", ["type": "boolean"]),
            (members.pageSize, "The page size that was used.", count),
            (members.offset, "The offset that was used.", count),
        ]
        let properties = parts.compactMap { name, about, schema -> OrderedJSON.Member? in
            guard let name, case .object(let members) = schema else { return nil }
            return OrderedJSON.Member(name, .object([OrderedJSON.Member("description", .string(about))] + members))
        }
        return [
            "type": "object",
            "description": "One page of the list.",
            "required": .array(properties.map { .string($0.name) }),
            "properties": .object(properties),
        ]
    }

    private static func pageExample(of item: Schema, _ paging: ResolvedPaging) -> OrderedJSON {
        let members = paging.members
        let parts: [(String?, OrderedJSON)] = [
            (members.items, [item.example]), (members.total, 1), (members.hasMore, false),
            (members.pageSize, OrderedJSON(integerLiteral: paging.defaultPageSize)), (members.offset, 0),
        ]
        return .object(parts.compactMap { name, value in name.map { OrderedJSON.Member($0, value) } })
    }

    /// A reply that says what went wrong. All failures are of one status.
    static func failure(_ failures: [ResolvedEndpoint.Failure]) -> OrderedJSON {
        let text = failures.count == 1 ? failures[0].when.asSentence : failures.map { "- `\($0.code)`: \($0.when.asSentence)" }.joined(separator: "\n")
        let retryAfter: OrderedJSON = [
            "Retry-After": [
                "description": "Seconds to wait before the next try (RFC 9110 §10.2.3).",
                "required": true,
                "schema": ["type": "integer", "minimum": 1],
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
