extension StatedFilter {
    func pages(_ probe: EndpointProbe) throws(MissingFixture) -> FilteredPages {
        let base = try StatedFilterBase(self, probe)
        return FilteredPages(name: name, request: base.request, probe: probe) { all throws(MissingFixture) in
            var choices: [FilterChoice] = []
            for texts in candidates(in: all, probe) { choices.append(try choice(texts, probe)) }
            return choices
        }
    }
}
