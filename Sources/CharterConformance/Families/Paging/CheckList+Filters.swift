import CharterRuntime
import HTTPTypes

extension CheckList {
    /// What parameters leave of a list: as the contract says it, or else as names and types tell it.
    mutating func addFilters() {
        guard let items = endpoint.listedProperties(in: api) else { return }
        for filter in endpoint.filters where !filter.comparisons.isEmpty { addStated(filter, of: items) }
        if endpoint.method == .get {
            addQueryFilters(of: items)
            addPairs(of: items)
        }
        // A call whose list is paged only searches.
        guard endpoint.method == .post, endpoint.paging != nil, endpoint.requestBody?.media.contains(.json) == true,
            let fields = api.properties(of: endpoint.requestBody?.schema)
        else { return }
        for field in fields where !isStated(field.name) {
            guard let filter = ListFilter(field: field, of: items, in: api) else {
                addUnknown(field.name)
                continue
            }
            add("filter/\(filter.name)", "takes") { probe throws(MissingFixture) in try filter.dialogue(probe) }
        }
    }

    /// What the contract says of a filter is not guessed.
    private func isStated(_ name: String) -> Bool { endpoint.filters.contains { $0.name == name } }

    private mutating func addStated(_ stated: APIDescription.Filter, of items: [APIDescription.Property]) {
        guard let filter = StatedFilter(stated, of: endpoint, items, in: api) else {
            add("filter/\(stated.name)", "filters/\(stated.name)") { _ throws(MissingFixture) in
                throw MissingFixture(unfit: "what \(stated.name) compares is not described")
            }
            return
        }
        add("filter/\(filter.name)", "filters/\(filter.name)") { probe throws(MissingFixture) in try filter.dialogue(probe) }
        addPages(of: filter.name, isRequired: filter.input.isRequired) { probe throws(MissingFixture) in try filter.pages(probe) }
    }

    private mutating func addQueryFilters(of items: [APIDescription.Property]) {
        let ranges = endpoint.rules.compactMap { RangeFilter($0, of: endpoint, items, in: api) }.filter { range in
            !range.names.contains(where: isStated)
        }
        for parameter in endpoint.queryParameters where !isStated(parameter.name) {
            if let filter = ListFilter(parameter, of: items, in: api) {
                add("filter/\(filter.name)", "query/\(filter.name)") { probe throws(MissingFixture) in try filter.dialogue(probe) }
                addPages(of: filter.name, isRequired: filter.isRequired) { probe throws(MissingFixture) in try filter.pages(probe) }
            } else if !ranges.contains(where: { $0.names.contains(parameter.name) }) {
                addUnknown(parameter.name)
            }
        }
        for filter in ranges {
            add("filter-range/\(filter.names[0])", "query/\(filter.names[0])") { probe throws(MissingFixture) in
                try filter.dialogue(probe)
            }
        }
    }

    /// A parameter of which nobody says what it leaves.
    private mutating func addUnknown(_ name: String) {
        add("filter/\(name)", endpoint.method == .get ? "query/\(name)" : "takes") { _ throws(MissingFixture) in
            throw MissingFixture(
                unfit: "the contract does not say under 'filters' what \(name) is compared with, or that it is 'none'"
            )
        }
    }

    /// What a filter leaves comes in pages, as any list does.
    private mutating func addPages(
        of name: String,
        isRequired: Bool,
        _ pages: @escaping @Sendable (EndpointProbe) throws(MissingFixture) -> FilteredPages
    ) {
        guard let paging = endpoint.paging, !isRequired else { return }
        if paging.position != .first {
            add("filtered-walk/\(name)", "query/\(name)") { [endpoint] probe throws(MissingFixture) in
                try pages(probe).walk(paging.ordered(byWhatComparesIn: probe.api, endpoint))
            }
        }
        if paging.leadsByURL, endpoint.method == .get {
            add("filter-in-links/\(name)", "pagination") { probe throws(MissingFixture) in try pages(probe).keptInURLs() }
        }
    }

    /// Two parameters that stand beside one another.
    private mutating func addPairs(of items: [APIDescription.Property]) {
        let names = endpoint.queryParameters.filter { !$0.isRequired }.map(\.name)
        let filters = names.compactMap { name in pages(of: name, items).map { (name: name, pages: $0) } }
        for (first, second) in zip(filters, filters.dropFirst()) {
            guard !endpoint.rules.contains(where: { $0.rivals(of: first.name).contains(second.name) }) else { continue }
            add("filters-together/\(first.name)/\(second.name)", "query/\(first.name)") { probe throws(MissingFixture) in
                FiltersTogether(first: try first.pages(probe), second: try second.pages(probe)).dialogue()
            }
        }
    }

    private typealias Pages = @Sendable (EndpointProbe) throws(MissingFixture) -> FilteredPages

    /// What a parameter leaves, as the contract says it, or else as names and types tell it; nil where neither does.
    private func pages(of name: String, _ items: [APIDescription.Property]) -> Pages? {
        if let stated = endpoint.filters.first(where: { $0.name == name }) {
            guard let filter = StatedFilter(stated, of: endpoint, items, in: api) else { return nil }
            return { probe throws(MissingFixture) in try filter.pages(probe) }
        }
        guard let parameter = endpoint.queryParameters.first(where: { $0.name == name }),
            let filter = ListFilter(parameter, of: items, in: api)
        else { return nil }
        return { probe throws(MissingFixture) in try filter.pages(probe) }
    }
}
