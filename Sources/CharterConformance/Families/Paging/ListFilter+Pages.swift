import CharterRuntime

/// What a filter leaves comes in pages, as any list does.
extension ListFilter {
    /// Where a page says by a URL where the next one is, the filter is in it: that page has the items that follow of those that are left.
    func keptInURLs(_ probe: EndpointProbe) throws(MissingFixture) -> Dialogue {
        let (request, size) = (try open(probe), probe.endpoint.paging?.smallSize ?? 1)
        return Dialogue(request, expecting: "the filter by \(name), in the URL of the next page") { conversation in
            guard let paging = probe.endpoint.paging else { throw MissingFixture("a paged list") }
            let all = try await ListedItems(request, conversation).items
            // Which are left is told by another check where a filter may be a bound.
            if relations(probe).count > 1 { throw MissingFixture(unfit: "whether \(name) is a bound is not said") }
            for value in values(in: all, probe, most: .max) {
                // The second page, which without the filter would be another one.
                let wanted = Array(all.filter { has($0, [value]) }.dropFirst(size).prefix(size))
                guard !wanted.isEmpty, wanted != Array(all.dropFirst(size).prefix(size)) else { continue }
                let filtered = try filtered(probe, by: [value])
                let first = PageReader(request: filtered, paging: paging, exchanger: conversation.exchanger)
                let page = try await first.page(size: size, at: paging.start)
                guard let next = page.next else { throw conversation.fail(first.request(size: size, at: paging.start), "it leads nowhere") }
                // The URL alone is followed: nothing is added to it that was asked for before.
                let second = PageReader(request: request, paging: paging, exchanger: conversation.exchanger)
                let found = try await second.page(size: size, at: .url(next)).items
                guard found == wanted else {
                    let fault = "its \(found.count) items are not the next ones that have the \(property.name) \(value.shortText)"
                    throw conversation.fail(second.request(size: size, at: .url(next)), fault)
                }
                return "\(found.count) items with the \(property.name) \(value.shortText)"
            }
            throw MissingFixture("more than \(size) items of one \(property.name) with others between in \(probe.endpoint.id)")
        }
    }

    /// What is left is a list like any other: small pages together are the large ones, and each says what is true of it.
    func walk(_ probe: EndpointProbe, _ paging: APIDescription.Paging) throws(MissingFixture) -> Dialogue {
        let request = try open(probe)
        var paging = paging
        // Where a total counts all, it is not said whether the pages are those of all.
        if paging.counts == .all { paging.members.pages = nil }
        let counted = paging
        return Dialogue(request, expecting: "small pages of what a \(name) leaves that together are the list") { conversation in
            let all = try await ListedItems(request, conversation).items
            let counts = values(in: all, probe, most: .max).map { value in (value, all.count { has($0, [value]) }) }
            // The most that a filter leaves but for all, so that there are several pages.
            guard let (value, _) = counts.filter({ $0.1 >= 2 && $0.1 < all.count }).max(by: { $0.1 < $1.1 }) else {
                throw MissingFixture("at least 2 items of one \(property.name) in \(probe.endpoint.id), and one of another")
            }
            let walk = WholeWalk(
                request: try filtered(probe, by: [value]),
                paging: counted,
                refusal: probe.refusal(.invalidParameter),
                shape: DocumentedBody(api: probe.api, endpoint: probe.endpoint)
            )
            return "\(try await walk.judgeAll(conversation)) items with the \(property.name) \(value.shortText)"
        }
    }
}
