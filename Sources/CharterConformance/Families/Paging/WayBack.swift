import CharterRuntime

/// Goes back in a list that is paged by a field of its items.
struct WayBack {
    private let probe: EndpointProbe
    private let paging: APIDescription.Paging
    private let field: String
    private let parameter: String

    init(_ probe: EndpointProbe, _ paging: APIDescription.Paging, _ field: String, _ parameter: String) {
        self.probe = probe
        self.paging = paging
        self.field = field
        self.parameter = parameter
    }

    /// The page before an item has those items that stand right before it, in the order of the list.
    func dialogue() throws(MissingFixture) -> Dialogue {
        let listing = try probe.sufficientRequest()
        return Dialogue(listing, expecting: "the items right before the one that \(parameter) names") { conversation in
            let reader = PageReader(request: listing, paging: paging, exchanger: conversation.exchanger)
            // Of two items one sees which comes first.
            let size = paging.pageSize.parameter == nil ? paging.smallSize : max(paging.smallSize, min(2, paging.pageSize.maximum))
            let items = try await WholeList(reader).items
            // One more than a page is before the last item, so that the page does not begin the list.
            guard items.count >= size + 2 else { throw MissingFixture("a list of at least \(size + 2) items for the first tenant") }
            guard let text = items.last?.member(at: field)?.parameterText else { throw MissingFixture("items that have a \(field)") }
            var request = reader.request(size: size, at: .start)
            request.query.append(.init(parameter, text))
            let reply = try await conversation.reply(to: request, expecting: Acceptance(of: probe.endpoint))
            guard let page = PageReading(reply, paging: paging) else { throw conversation.fail(request, "no page came", reply) }
            guard page.items == Array(items.dropLast().suffix(size)) else {
                throw conversation.fail(request, "its \(page.items.count) items are not those right before it", reply)
            }
            return "\(page.items.count) items"
        }
    }
}

extension APIDescription {
    /// The schema of what stands at a path of members, with dots between them; nil where a schema has nothing there.
    func schema(at path: String, in schema: Schema) -> Schema? {
        MemberPath(path).names.reduce(Schema?.some(schema)) { schema, name in
            guard let properties = properties(of: schema) else { return nil }
            return properties.first { $0.name == name }?.schema
        }
    }

    /// A text that no value of a scalar schema has in a query; nil where any text may be one.
    ///
    /// - Parameter direction: Whose values they are: of those that a reply may have, an open enumeration refuses none.
    func textUnfit(for schema: Schema, in direction: Direction = .response) -> String? {
        let parameter = Parameter(name: "", schema: schema)
        return ["no value", "~"].first { !faults(of: [$0], parameter, at: "", direction: direction).isEmpty }
    }
}
