import CharterRuntime

/// What asks a list for some of its items: a query parameter, or a field of what a search takes.
enum FilterInput: Sendable {
    case parameter(APIDescription.Parameter)
    case field(APIDescription.Property)

    var name: String {
        switch self {
        case .parameter(let parameter): parameter.name
        case .field(let field): field.name
        }
    }

    var schema: APIDescription.Schema {
        switch self {
        case .parameter(let parameter): parameter.schema
        case .field(let field): field.schema
        }
    }

    /// Whether every request has to say a value.
    var isRequired: Bool {
        switch self {
        case .parameter(let parameter): parameter.isRequired
        case .field(let field): field.isRequired
        }
    }

    /// Whether requests that say no value ask for one all the same.
    var hasDefault: Bool {
        switch self {
        case .parameter(let parameter): parameter.defaultValue != nil
        case .field(let field): field.defaultValue != nil
        }
    }

    /// Whether several values can be asked for at once.
    func takesSeveral(in api: APIDescription) -> Bool {
        guard api.element(ofListIn: schema) != nil else { return false }
        // A list may have room for one value only.
        if case .parameter = self, case .list(_, let count, _)? = api.resolved(schema)?.schema { return count.maximum != 1 }
        return true
    }

    /// The request for all items.
    func open(_ probe: EndpointProbe) throws(MissingFixture) -> EndpointRequest {
        switch self {
        case .parameter:
            var request = try probe.sufficientRequest()
            request.query.removeAll { $0.name == name }
            return request
        case .field: return try probe.sufficientRequest(with: try openContent(probe))
        }
    }

    /// What a search for all items sends: what other filters would leave out is wanted too.
    private func openContent(_ probe: EndpointProbe) throws(MissingFixture) -> JSONValue {
        let fields = probe.api.properties(of: probe.endpoint.requestBody?.schema) ?? []
        let others = probe.endpoint.filters.map(\.name).filter { name in fields.contains { $0.name == name && !$0.isRequired } }
        return try probe.content().removing([name] + others)
    }

    /// The request for the items that the values leave.
    func filtered(_ probe: EndpointProbe, by values: [JSONValue]) throws(MissingFixture) -> EndpointRequest {
        switch self {
        case .parameter(let parameter):
            var request = try open(probe)
            let rivals = probe.endpoint.rules.flatMap { $0.rivals(of: name) }
            request.query.removeAll { rivals.contains($0.name) }
            request.ask(for: values, in: parameter)
            return request
        case .field:
            let value = takesSeveral(in: probe.api) ? JSONValue.array(values) : values.first
            let content = try openContent(probe)
            return try probe.sufficientRequest(with: content.setting(value, at: [.member(name)]) ?? content)
        }
    }

    /// Whether the values, as texts, can be asked for together, and beside what else a request says.
    func canAsk(_ texts: [String], of probe: EndpointProbe) -> Bool {
        guard takes(texts, in: probe.api) else { return false }
        return (try? filtered(probe, by: values(texts, in: probe.api)).keepsSpans) ?? true
    }

    /// Whether the values, as texts, can be asked for together.
    func takes(_ texts: [String], in api: APIDescription) -> Bool {
        switch self {
        case .parameter(let parameter):
            // An empty value may be as good as none.
            guard !texts.contains("") else { return false }
            guard parameter.listStyle == .comma, api.element(ofListIn: schema) != nil else {
                return api.faults(of: texts, parameter, at: "").isEmpty
            }
            // One comma more would be one value more.
            return !texts.contains { $0.contains(",") } && api.faults(of: texts, parameter, at: "").isEmpty
        case .field(let field):
            let values = values(texts, in: api)
            guard let value = takesSeveral(in: api) ? .array(values) : values.first else { return false }
            return api.faults(of: value, against: field.schema).isEmpty
        }
    }

    /// The texts as values of the type that is asked for.
    func values(_ texts: [String], in api: APIDescription) -> [JSONValue] {
        let kind = api.resolved(api.element(ofListIn: schema) ?? schema)?.schema
        return texts.map { text in
            guard case .field = self else { return .string(text) }
            return kind == .boolean ? .boolean(text == "true") : JSONValue(parameter: text, kind)
        }
    }
}
