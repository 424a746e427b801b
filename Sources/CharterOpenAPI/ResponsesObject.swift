import CharterContract
import CharterRuntime

/// The replies of an endpoint, by status.
struct ResponsesObject {
    private let endpoint: ResolvedEndpoint
    private let api: ResolvedAPI

    init(_ endpoint: ResolvedEndpoint, in api: ResolvedAPI) {
        self.endpoint = endpoint
        self.api = api
    }

    func json(_ shared: inout SharedResponses) -> OrderedJSON {
        let statuses = [endpoint.success.status] + endpoint.success.otherStatuses
        var members = statuses.sorted().map { OrderedJSON.Member(String($0), success($0)) }
        var failures = endpoint.failures[...]
        while let first = failures.first {
            let same = failures.prefix { $0.status == first.status }
            failures = failures.dropFirst(same.count)
            let response =
                same.allSatisfy(\.isDerived)
                ? shared.reference(to: Array(same), challenges) : Self.failure(Array(same), challenges, in: api)
            members.append(OrderedJSON.Member(String(first.status), response))
        }
        return .object(members)
    }

    /// What a 401 asks for, each text once.
    private var challenges: [String] {
        endpoint.credentials.compactMap(\.challenge).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private func success(_ status: Int) -> OrderedJSON {
        let headers = headers(status)
        guard let body = endpoint.success.body else { return ["description": .string(endpoint.summary.asSentence), "headers": headers] }
        let content: OrderedJSON =
            if let paging = endpoint.paging, let item = endpoint.pagedItem {
                PageObject(of: item, paging.description, extras: extras).content
            } else {
                wrapped(body)
            }
        let about = endpoint.paging == nil ? api.about(body) ?? endpoint.summary.asSentence : "One page of the list."
        return ["description": .string(about), "headers": headers, "content": ["application/json": content]]
    }

    /// A result, in what the API wraps it in.
    private func wrapped(_ body: Schema) -> OrderedJSON {
        let (schema, example) = (SchemaObject.use(body), body.example)
        guard let envelope = endpoint.envelope, let member = envelope.single ?? envelope.list else {
            return ["schema": schema, "example": example]
        }
        return ([TreeMember(member, about: nil, schema: schema, example: example)] + extras)
            .content(about: "The result.", inner: "What is said of the result.")
    }

    /// What the API's envelope has beside a result.
    private var extras: [TreeMember] {
        (endpoint.envelope?.extras ?? [:]).sorted { $0.key < $1.key }.map { path, value in
            let (about, schema, example) = ResponseValueObject.parts(value, inHeader: false, api)
            return TreeMember(path, about: about, schema: schema, example: example)
        }
    }

    /// The header fields of a success: its own, and those that follow from conventions.
    private func headers(_ status: Int) -> OrderedJSON? {
        let location = status == 201 ? LocationObject(endpoint, in: api).member.map { [$0] } ?? [] : []
        let limits = isLimited ? ConventionHeader.limits(api.conventions.limitHeaders, isRefusal: false) : []
        let replay = endpoint.idempotency.flatMap { IdempotencyObject($0).replayHeader }
        let common = HeaderObject.members(endpoint.success) + location + ConventionHeader.common(api) + limits
        let goodbye = ConventionHeader.deprecation(endpoint.details)
        let members = common + (replay.map { [$0] } ?? []) + (links?.members ?? []) + goodbye
        return members.isEmpty ? nil : .object(members)
    }

    private var isLimited: Bool {
        endpoint.failures.contains { $0.isDerived && $0.isLimit(in: api) }
    }

    /// The header field with the URLs of other pages, where paging goes by them.
    private var links: OrderedJSON? {
        guard let paging = endpoint.paging, paging.description.members.inLinkHeader else { return nil }
        let relations = paging.relations.map { "`\($0)`" }.inWords(conjunction: "and")
        let example: OrderedJSON = "<https://api.example.com/next-page>; rel=\"next\""
        return [
            "Link": [
                "description": .string("URLs of other pages, by the relations \(relations) (RFC 8288); absent where there are none."),
                "required": false,
                "schema": ["type": "string", "example": example],
                "example": example,
            ]
        ]
    }

    /// A reply that says what went wrong.
    ///
    /// All failures are of one status.
    ///
    /// - Parameter challenges: what a 401 asks for.
    static func failure(_ failures: [ResolvedEndpoint.Failure], _ challenges: [String], in api: ResolvedAPI) -> OrderedJSON {
        let listed = failures.map { "- `\($0.code)`: \($0.when.asSentence)" }.joined(separator: "\n")
        let text = failures.count == 1 ? failures[0].when.asSentence : listed
        let headers = headers(of: failures, challenges, in: api) + ConventionHeader.common(api)
        return [
            "description": .string(text),
            "headers": headers.isEmpty ? nil : .object(headers),
            "content": ErrorSchema(api.errors).content(failures[0]),
        ]
    }

    /// The header fields that come with a failure.
    private static func headers(
        of failures: [ResolvedEndpoint.Failure],
        _ challenges: [String],
        in api: ResolvedAPI
    ) -> [OrderedJSON.Member] {
        if failures.contains(where: { $0.isDerived && $0.isLimit(in: api) }) {
            return ConventionHeader.limits(api.conventions.limitHeaders, isRefusal: true)
        }
        guard failures[0].status == 401, !challenges.isEmpty else { return [] }
        let about = "The credential that is asked for (RFC 9110 §11.6.1)."
        let example = OrderedJSON.string(challenges.joined(separator: ", "))
        return [ConventionHeader.member("WWW-Authenticate", about, ["type": "string", "example": example], example: example)]
    }
}

extension ResolvedEndpoint.Failure {
    /// Whether it is that a limit or a quota is used up.
    fileprivate func isLimit(in api: ResolvedAPI) -> Bool {
        [Problem.Code.limitExceeded, .quotaExceeded].contains { code == api.errors.text(of: $0) && status == api.errors.status(of: $0) }
    }
}

/// Replies that several endpoints share: each is written once, under `components`.
struct SharedResponses {
    private(set) var members: [OrderedJSON.Member] = []
    private var names: [String: String] = [:]
    private var taken: Set<String> = []
    private let api: ResolvedAPI

    init(_ api: ResolvedAPI) {
        self.api = api
    }

    /// A reference to the reply for failures of one status that follow from conventions.
    ///
    /// - Parameter challenges: what a 401 asks for.
    mutating func reference(to failures: [ResolvedEndpoint.Failure], _ challenges: [String]) -> OrderedJSON {
        let asked = failures.first?.status == 401 ? challenges : []
        let key = (failures.map { "\($0.status) \($0.code) \($0.when)" } + asked).joined(separator: "\n")
        let name = names[key] ?? newName(for: failures)
        if names.updateValue(name, forKey: key) == nil {
            members.append(OrderedJSON.Member(name, ResponsesObject.failure(failures, challenges, in: api)))
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
        400: "BadRequest", 401: "Unauthorized", 403: "Forbidden", 404: "NotFound", 408: "RequestTimeout", 409: "Conflict",
        413: "ContentTooLarge", 415: "UnsupportedMediaType", 422: "UnprocessableContent", 429: "TooManyRequests",
        500: "InternalServerError",
    ]
}
