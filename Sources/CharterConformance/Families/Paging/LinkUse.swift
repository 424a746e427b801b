import CharterRuntime

/// Follows what the second page of a list says of the pages beside the next one.
struct LinkUse {
    private let probe: EndpointProbe
    private let paging: APIDescription.Paging
    private let relation: APIDescription.Paging.LinkRelation

    init(_ probe: EndpointProbe, _ paging: APIDescription.Paging, _ relation: APIDescription.Paging.LinkRelation) {
        self.probe = probe
        self.paging = paging
        self.relation = relation
    }

    /// The page that is said to be the one before, the first or the last is that page.
    ///
    /// Servers may not know where the list ends, or how one comes back by links to where cursors lead: then they say nothing. A page of a
    /// list whose pages say which one is before says nothing of it on the first alone.
    func dialogue() throws(MissingFixture) -> Dialogue {
        let listing = try probe.sufficientRequest()
        return Dialogue(listing, expecting: "\(described), where the second page says that it is") { conversation in
            let reader = PageReader(request: listing, paging: paging, exchanger: conversation.exchanger)
            let size = paging.smallSize
            let list = try await WholeList(reader)
            guard list.isComplete, list.items.count > 2 * size else {
                throw MissingFixture("a list of more than \(2 * size) items for the first tenant, which can be read to its end")
            }
            let first = try await reader.page(size: size, at: paging.start)
            guard let second = paging.spot(behind: first, at: paging.start, size: size) else {
                throw MissingFixture("a second page of \(probe.endpoint.id)")
            }
            let asked = reader.request(size: size, at: second)
            guard let given = url(in: try await reader.page(size: size, at: second)) else {
                if isAlwaysKnown { throw conversation.fail(asked, "the page does not say where \(described) is") }
                return "the page does not say where \(described) is"
            }
            if paging.givesURLs, !reader.leadsToList(given) {
                throw conversation.fail(asked, "\(described) is said to be at \(given), which is not this list")
            }
            let spot = paging.givesURLs ? PageSpot.url(given) : .cursor(given)
            let page = try await reader.page(size: size, at: spot)
            let wanted = relation == .last ? list.items.suffix(max(1, page.items.count)) : list.items.prefix(size)
            guard page.items == Array(wanted) else {
                throw conversation.fail(reader.request(size: size, at: spot), "its \(page.items.count) items are not those of \(described)")
            }
            return "\(page.items.count) items"
        }
    }

    private var described: String {
        switch relation {
        case .next: "the next page"
        case .previous: "the page before"
        case .first: "the first page"
        case .last: "the last page"
        }
    }

    private func url(in page: PageReading) -> String? {
        paging.members.inLinkHeader ? page.links[relation.rawValue] : page.previous
    }

    /// Whether a server must know the page: the first one and the one before a numbered one are there, the last one is known to whom the total
    /// is, and one that has a place of its own in the page is said there.
    private var isAlwaysKnown: Bool {
        if !paging.members.inLinkHeader { return relation == .previous }
        return switch paging.position {
        case .offset, .page: relation != .last || paging.members.total != nil && paging.counts == .matching
        case .cursor, .after, .url, .first: false
        }
    }
}

extension APIDescription.Paging {
    /// What pages say of others.
    var givenRelations: [LinkRelation] {
        members.inLinkHeader ? members.linkRelations : members.previous == nil ? [] : [.previous]
    }

    /// The size of the smallest pages that can be had.
    var smallSize: Int { pageSize.parameter == nil ? pageSize.defaultValue : max(1, pageSize.minimum) }

    /// Whether pages give the URL of the next one.
    var leadsByURL: Bool {
        givesURLs && (members.inLinkHeader ? members.linkRelations.contains(.next) : members.next != nil)
    }

    /// Whether pages give the URLs of others.
    var givesURLs: Bool {
        if members.inLinkHeader { return true }
        return switch position {
        case .url: true
        case .page: members.next != nil || members.previous != nil
        case .offset, .cursor, .after, .first: false
        }
    }
}
