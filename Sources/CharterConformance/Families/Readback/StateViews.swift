import CharterRuntime

/// What a list can be asked for that has a thing in it once an action has brought it into another state.
struct StateViews {
    private let filters: [(filter: StatedFilter, parameter: APIDescription.Parameter)]
    private let api: APIDescription

    /// - Parameter shared: The fields of the items that mean the same in what the action answers.
    /// - Returns: nil where something may leave the thing out of which the contract does not say what it leaves.
    init?(of list: APIDescription.Endpoint, comparing shared: [String], in api: APIDescription) {
        let isExplained = list.queryParameters.allSatisfy { parameter in
            parameter.defaultValue == nil && list.filters.contains { $0.name == parameter.name && !$0.comparisons.isEmpty }
        }
        guard isExplained, !list.rules.contains(where: \.wantsOne), let items = list.listedProperties(in: api) else { return nil }
        filters = list.filters.compactMap { StatedFilter($0, of: list, items, in: api) }.compactMap { filter in
            guard case .parameter(let parameter) = filter.input, !list.rules.contains(where: { $0.names.contains(filter.name) }),
                filter.comparisons.allSatisfy({ shared.contains($0.field) })
            else { return nil }
            return (filter, parameter)
        }
        self.api = api
        if filters.isEmpty { return nil }
    }

    /// The list under each filter that leaves the thing only since the action, and under all of them: of the first alone another may hide it.
    ///
    /// - Parameters:
    ///   - listing: Asks for the list without a word.
    ///   - old: What the list said of the thing before.
    func requests(_ listing: EndpointRequest, from old: JSONValue, to new: JSONValue) -> [EndpointRequest] {
        let told = filters.compactMap { filter, parameter -> (parameter: APIDescription.Parameter, value: String)? in
            let values = api.everyValue(of: parameter.schema) ?? []
            let value = values.first { value in
                filter.input.takes([value], in: api) && filter.keeps(old, [value]) == false && filter.keeps(new, [value]) == true
            }
            return value.map { (parameter, $0) }
        }
        let choices = told.map { [$0] } + (told.count > 1 ? [told] : [])
        return choices.map { choice in
            var request = listing
            for (parameter, value) in choice { request.ask(for: [.string(value)], in: parameter) }
            return request
        }
    }
}
