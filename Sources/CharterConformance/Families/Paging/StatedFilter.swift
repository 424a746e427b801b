import CharterRuntime

/// A filter of which the contract says what it compares.
struct StatedFilter: Sendable {
    let input: FilterInput
    /// An item is left where one of them holds.
    let comparisons: [FilterComparison]

    var name: String { input.name }

    /// - Returns: nil where the endpoint takes nothing of that name, the items lack a field, or it is compared with none.
    init?(
        _ filter: APIDescription.Filter,
        of endpoint: APIDescription.Endpoint,
        _ items: [APIDescription.Property],
        in api: APIDescription
    ) {
        if let parameter = endpoint.queryParameters.first(where: { $0.name == filter.name }) {
            input = .parameter(parameter)
        } else if let field = api.properties(of: endpoint.requestBody?.schema)?.first(where: { $0.name == filter.name }) {
            input = .field(field)
        } else {
            return nil
        }
        let schema = input.schema
        comparisons = filter.comparisons.compactMap { FilterComparison($0, of: items, asked: schema, in: api) }
        guard comparisons.count == filter.comparisons.count, !comparisons.isEmpty else { return nil }
    }

    /// Takes values that tell this filter from others, and asks for each: the items that stand so come, and no others.
    func dialogue(_ probe: EndpointProbe) throws(MissingFixture) -> Dialogue {
        let base = try StatedFilterBase(self, probe)
        return Dialogue(base.request, expecting: "the items that \(name) leaves, as the contract says it, and no others") { conversation in
            let list = try await ListedItems(base.request, conversation)
            let all = list.items
            guard !all.isEmpty else { throw MissingFixture("items in \(probe.endpoint.id)") }
            if let stranger = all.first(where: { item in base.values.map { keeps(item, $0) == false } ?? false }) {
                throw conversation.fail(base.request, "an item came that \(name) does not leave: \(stranger.shortText)")
            }
            let told = tellingValues(in: all, probe)
            guard !told.isEmpty || base.values != nil else {
                throw MissingFixture(unfit: "no value of \(name) leaves some of the items and not all of them")
            }
            let isWhole = base.isAll && list.isComplete
            for texts in (told + rareValues(in: all, probe)).uniqued {
                try await choice(texts, probe).judge(of: all, isWhole: isWhole, probe, conversation, judgesTotal: base.isAll)
            }
            return "\(told.count) values among \(all.count) items"
        }
    }

    /// Whether an item is left; nil where nothing is said of it.
    func keeps(_ item: JSONValue, _ asked: [String]) -> Bool? { comparisons.map { $0.keeps(item, asked) }.any }

    func choice(_ texts: [String], _ probe: EndpointProbe) throws(MissingFixture) -> FilterChoice {
        let request = try input.filtered(probe, by: input.values(texts, in: probe.api))
        return FilterChoice(request: request, what: "\(name) \(texts.joined(separator: ", "))") { keeps($0, texts) }
    }
}
