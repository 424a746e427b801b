import CharterRuntime

extension ListFilter {
    func pages(_ probe: EndpointProbe) throws(MissingFixture) -> FilteredPages {
        var pages = FilteredPages(name: name, request: try input.open(probe), probe: probe) { all throws(MissingFixture) in
            var choices: [FilterChoice] = []
            for value in values(in: all, probe, most: .max) {
                let request = try input.filtered(probe, by: [value])
                choices.append(.init(request: request, what: "the \(property.name) \(value.shortText)") { has($0, [value]) })
            }
            return choices
        }
        // Which are left is told by another check where a filter may be a bound.
        if relations(probe).count > 1 { pages.doubt = "whether \(name) is a bound is not said" }
        return pages
    }
}
