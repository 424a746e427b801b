import CharterRuntime

/// A query parameter that leaves those items of a list whose field of its name has its value.
struct ListFilter {
    /// More values are not tried.
    private static let mostValues = 5

    private let probe: EndpointProbe
    private let parameter: APIDescription.Parameter

    init(_ probe: EndpointProbe, _ parameter: APIDescription.Parameter) {
        self.probe = probe
        self.parameter = parameter
    }

    /// Whether the field has what the parameter takes, so that both can be compared.
    static func canJudge(
        _ property: APIDescription.Property,
        _ parameter: APIDescription.Parameter,
        in api: APIDescription
    ) -> Bool {
        let schema = api.element(ofListIn: parameter.schema) ?? parameter.schema
        return api.resolved(schema)?.schema.withoutLength == api.resolved(property.schema)?.schema.withoutLength
    }

    /// Takes values that some items have, and asks for the items that have each: they come, and no others.
    ///
    /// Where several values can be asked for at once, the items of each come.
    func dialogue() throws(MissingFixture) -> Dialogue {
        if parameter.isRequired { return try askedFor() }
        var open = try probe.sufficientRequest()
        open.query.removeAll { $0.name == parameter.name }
        let request = open
        return Dialogue(request, expecting: "the items whose \(parameter.name) is the one asked for, and no others") { conversation in
            let all = try await items(request, conversation)
            let values = Array(all.compactMap { $0[parameter.name] }.uniqued.filter(canBeAskedFor).prefix(Self.mostValues))
            guard let first = values.first else { throw MissingFixture("an item with a \(parameter.name) in \(probe.endpoint.id)") }
            guard values.count > 1 || all.contains(where: { $0[parameter.name] != first }) else {
                throw MissingFixture("items of different \(parameter.name) in \(probe.endpoint.id)")
            }
            for value in values { try await judge([value], of: all, request, conversation) }
            let takesSeveral = probe.api.element(ofListIn: parameter.schema) != nil
            if takesSeveral, values.count > 1 {
                let texts = values.prefix(2).compactMap(\.parameterText)
                if probe.api.faults(of: texts, parameter, at: "").isEmpty {
                    try await judge(Array(values.prefix(2)), of: all, request, conversation)
                }
            }
            return "\(values.count) values among \(all.count) items"
        }
    }

    /// Where each request has to say a value, the items have that.
    private func askedFor() throws(MissingFixture) -> Dialogue {
        let request = try probe.sufficientRequest()
        let asked = request.query.filter { $0.name == parameter.name }.compactMap(\.value)
        return Dialogue(request, expecting: "items whose \(parameter.name) is the one asked for") { conversation in
            let all = try await items(request, conversation)
            guard !all.isEmpty else { throw MissingFixture("items in \(probe.endpoint.id)") }
            let stranger = all.first { item in
                guard let text = item[parameter.name]?.parameterText else { return true }
                return !asked.contains { $0 == text || parameter.listStyle == .comma && $0.split(separator: ",").contains(text[...]) }
            }
            if let stranger {
                throw conversation.fail(request, "an item has the \(parameter.name) \(stranger[parameter.name]?.shortText ?? "absent")")
            }
            return "\(all.count) items"
        }
    }

    /// Where a page says by a URL where the next one is, the filter is in it: that page has the items that follow of those that are left.
    func keptInURLs() throws(MissingFixture) -> Dialogue {
        var open = try probe.sufficientRequest()
        open.query.removeAll { $0.name == parameter.name }
        let (request, size) = (open, probe.endpoint.paging?.smallSize ?? 1)
        return Dialogue(request, expecting: "the filter by \(parameter.name), in the URL of the next page") { conversation in
            guard let paging = probe.endpoint.paging else { throw MissingFixture("a paged list") }
            let all = try await items(request, conversation)
            let values = all.compactMap { $0[parameter.name] }.uniqued.filter(canBeAskedFor)
            for value in values {
                // The second page, which without the filter would be another one.
                let wanted = Array(all.filter { $0[parameter.name] == value }.dropFirst(size).prefix(size))
                guard !wanted.isEmpty, wanted != Array(all.dropFirst(size).prefix(size)) else { continue }
                let first = PageReader(request: filtered(request, by: [value]), paging: paging, exchanger: conversation.exchanger)
                let page = try await first.page(size: size, at: paging.start)
                guard let next = page.next else { throw conversation.fail(first.request(size: size, at: paging.start), "it leads nowhere") }
                // The URL alone is followed: nothing is added to it that was asked for before.
                let second = PageReader(request: request, paging: paging, exchanger: conversation.exchanger)
                let found = try await second.page(size: size, at: .url(next)).items
                guard found == wanted else {
                    let fault = "its \(found.count) items are not the next ones that have the \(parameter.name) \(value.shortText)"
                    throw conversation.fail(second.request(size: size, at: .url(next)), fault)
                }
                return "\(found.count) items with the \(parameter.name) \(value.shortText)"
            }
            throw MissingFixture("more than \(size) items of one \(parameter.name) with others between in \(probe.endpoint.id)")
        }
    }

    private func canBeAskedFor(_ value: JSONValue) -> Bool {
        value.parameterText.map { probe.api.faults(of: [$0], parameter, at: "").isEmpty } ?? false
    }

    /// The request for the items that have one of the values.
    private func filtered(_ request: EndpointRequest, by values: [JSONValue]) -> EndpointRequest {
        var filtered = request
        filtered.ask(for: values, in: parameter)
        return filtered
    }

    private func judge(
        _ values: [JSONValue],
        of all: [JSONValue],
        _ request: EndpointRequest,
        _ conversation: Conversation
    ) async throws {
        let wanted = all.filter { item in item[parameter.name].map(values.contains) ?? false }
        let filtered = filtered(request, by: values)
        let found = try await items(filtered, conversation)
        if let stranger = found.first(where: { item in !(item[parameter.name].map(values.contains) ?? false) }) {
            throw conversation.fail(filtered, "an item has the \(parameter.name) \(stranger[parameter.name]?.shortText ?? "absent")")
        }
        guard found.count >= wanted.count else {
            throw conversation.fail(filtered, "\(found.count) items came of \(wanted.count) that have it")
        }
        if wanted.count < all.count { try await judgeTotal(of: filtered, found.count, of: all.count, conversation) }
    }

    /// The total counts what the filter leaves, or all items, as is documented.
    private func judgeTotal(of request: EndpointRequest, _ found: Int, of all: Int, _ conversation: Conversation) async throws {
        guard let paging = probe.endpoint.paging, paging.members.total != nil, found < paging.pageSize.maximum,
            all < paging.pageSize.maximum
        else { return }
        let reply = try await conversation.reply(to: request)
        guard let total = PageReading(reply, paging: paging)?.total else { return }
        let wanted = paging.counts == .matching ? found : all
        guard total == wanted else { throw conversation.fail(request, "its total is \(total), and not \(wanted)") }
    }

    private func items(_ request: EndpointRequest, _ conversation: Conversation) async throws -> [JSONValue] {
        try await probe.items(request, conversation)
    }
}

extension APIDescription.Schema {
    /// The schema of texts of any length, where it is one of texts with a form: a filter need not repeat how long they may be.
    fileprivate var withoutLength: APIDescription.Schema {
        guard case .string(let format, _, let pattern) = self, format != .plain || pattern != nil else { return self }
        return .string(format: format, pattern: pattern)
    }
}
