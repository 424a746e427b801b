import CharterRuntime

/// Reads a list, in the middle of which somebody adds an item: of those that were there before, each comes once.
struct WalkWithInsertion {
    /// Pages to read at most.
    private static let pages = 12

    private let probe: EndpointProbe
    private let paging: APIDescription.Paging
    private let creator: APIDescription.Endpoint

    init(_ probe: EndpointProbe, _ paging: APIDescription.Paging, creator: APIDescription.Endpoint) {
        self.probe = probe
        self.paging = paging
        self.creator = creator
    }

    func dialogue() throws(MissingFixture) -> Dialogue {
        let listing = try probe.sufficientRequest()
        let creating = try probe.at(creator).sufficientRequest()
        return Dialogue(listing, expecting: "each item once, though one is added while the list is read") { conversation in
            let reader = PageReader(request: listing, paging: paging, exchanger: conversation.exchanger)
            let before = try await WholeList(reader).items
            let size = paging.pageSize.parameter == nil ? paging.pageSize.defaultValue : max(1, paging.pageSize.minimum)
            guard before.count > size else { throw MissingFixture("a list of more than \(size) items for the first tenant") }
            var seen: [JSONValue] = []
            var spot: PageSpot? = paging.start
            // One page is left then, and whatever stands before it may have moved it.
            let late = min((before.count - 1) / size, Self.pages - 1) - 1
            for number in 0..<Self.pages {
                guard let place = spot else { break }
                let page = try await reader.page(size: size, at: place)
                seen += page.items
                spot = page.items.isEmpty ? nil : paging.spot(behind: page, at: place, size: size)
                if number == late { _ = try await conversation.groundwork(creating, "which adds an item") }
            }
            let known = seen.filter(before.contains)
            guard known == Array(before.prefix(known.count)) else {
                throw conversation.fail(listing, "an item is lost, repeated or in another place after one was added")
            }
            guard spot != nil || known.count == before.count else {
                throw conversation.fail(listing, "\(known.count) of \(before.count) items came, after one was added")
            }
            return "\(known.count) items, each once"
        }
    }
}
