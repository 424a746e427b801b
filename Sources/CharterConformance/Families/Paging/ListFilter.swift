import CharterRuntime

/// A query parameter that leaves those items of a list whose field of its name has its value.
struct ListFilter {
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
        return api.resolved(schema)?.schema == api.resolved(property.schema)?.schema
    }

    /// Takes a value that some item has, and asks for the items that have it: they come, and no others.
    func dialogue() throws(MissingFixture) -> Dialogue {
        var open = try probe.sufficientRequest()
        open.query.removeAll { $0.name == parameter.name }
        let request = open
        return Dialogue(request, expecting: "the items whose \(parameter.name) is the one asked for, and no others") { conversation in
            let all = try await items(request, conversation)
            guard let value = all.lazy.compactMap({ $0[parameter.name] }).first, let text = value.parameterText else {
                throw MissingFixture("an item with a \(parameter.name) in \(probe.endpoint.id)")
            }
            let wanted = all.filter { $0[parameter.name] == value }
            var filtered = request
            filtered.query.append(.init(parameter.name, text))
            let found = try await items(filtered, conversation)
            if let stranger = found.first(where: { $0[parameter.name] != value }) {
                throw conversation.fail(filtered, "an item has the \(parameter.name) \(stranger[parameter.name]?.shortText ?? "absent")")
            }
            guard found.count >= wanted.count else {
                throw conversation.fail(filtered, "\(found.count) items came of \(wanted.count) that have it")
            }
            guard wanted.count < all.count else {
                throw MissingFixture("items of different \(parameter.name) in \(probe.endpoint.id)")
            }
            try await judgeTotal(of: filtered, found.count, of: all.count, conversation)
            return "\(found.count) of \(all.count) items"
        }
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
        if let paging = probe.endpoint.paging {
            return try await WholeList(PageReader(request: request, paging: paging, exchanger: conversation.exchanger)).items
        }
        let reply = try await conversation.reply(to: request, expecting: Acceptance(of: probe.endpoint))
        let body = try? JSONCoding.decode(JSONValue.self, from: reply.body)
        guard case .array(let items)? = probe.endpoint.envelope?.list.flatMap({ body?.member(at: $0) }) ?? body else {
            throw conversation.fail(request, "no list came", reply)
        }
        return items
    }
}
