import CharterRuntime

/// Reads a list, in the middle of which somebody deletes an item that was seen: of the others, each comes once.
struct WalkWithDeletion {
    /// Pages to read at most.
    private static let pages = 12
    /// Items to make at most: of several one stands before the others, whatever the order of the list.
    private static let most = 3

    private let probe: EndpointProbe
    private let paging: APIDescription.Paging
    /// What makes an item that may be deleted; nil where the fixtures have to name one.
    private let creator: APIDescription.Endpoint?
    private let deleter: APIDescription.Endpoint

    init(
        _ probe: EndpointProbe,
        _ paging: APIDescription.Paging,
        creator: APIDescription.Endpoint?,
        deleter: APIDescription.Endpoint
    ) {
        self.probe = probe
        self.paging = paging
        self.creator = creator
        self.deleter = deleter
    }

    /// A list, and an item that may be deleted from it.
    private struct Plan {
        let items: [JSONValue]
        /// Where the item stands among them.
        let place: Int
        let deletion: EndpointRequest
    }

    func dialogue() throws(MissingFixture) -> Dialogue {
        let listing = try probe.sufficientRequest()
        return Dialogue(listing, expecting: "each item once, though one that was seen is deleted while the list is read") { conversation in
            let reader = PageReader(request: listing, paging: paging, exchanger: conversation.exchanger)
            let plan = try await plan(reader, conversation)
            let size = size(behind: plan.place)
            var seen: [JSONValue] = []
            var spot: PageSpot? = paging.start
            var isDeleted = false
            for _ in 0..<Self.pages {
                guard let place = spot else { break }
                let page = try await reader.page(size: size, at: place)
                seen += page.items
                spot = page.items.isEmpty ? nil : paging.spot(behind: page, at: place, size: size)
                // What the next page begins behind is another item.
                if !isDeleted, seen.count >= plan.place + 2, spot != nil {
                    _ = try await conversation.groundwork(plan.deletion, "which deletes an item")
                    isDeleted = true
                }
            }
            guard isDeleted else { throw missing }
            let gone = name(of: plan.items[plan.place])
            let wanted = plan.items.map(name).filter { $0 != gone }
            let known = seen.map(name).filter { $0 != gone && wanted.contains($0) }
            guard known == Array(wanted.prefix(known.count)) else {
                throw conversation.fail(listing, "an item is lost, repeated or in another place after one that was seen was deleted")
            }
            guard spot != nil || known.count == wanted.count else {
                throw conversation.fail(listing, "\(known.count) of \(wanted.count) items came, after one that was seen was deleted")
            }
            return "\(known.count) items, each once"
        }
    }

    /// Makes items until one has others behind it, or takes the one that the fixtures have for whoever deletes.
    private func plan(_ reader: PageReader, _ conversation: Conversation) async throws -> Plan {
        guard let creator else {
            var deletion = try probe.at(deleter).sufficientRequest()
            deletion.takePath(from: reader.request)
            guard let plan = try await plan(of: [deletion], reader) else { throw missing }
            return plan
        }
        var deletions: [EndpointRequest] = []
        for _ in 0..<Self.most {
            var creating = try probe.at(creator).sufficientRequest()
            creating.takePath(from: reader.request)
            let reply = try await conversation.groundwork(creating, "which adds an item that can be deleted")
            guard let deletion = probe.at(creator).deletion(of: reply, to: creating) else {
                throw MissingFixture("a caller who may delete by \(deleter.id) what \(creator.id) makes")
            }
            deletions.append(deletion)
            if let plan = try await plan(of: deletions, reader) { return plan }
        }
        throw missing
    }

    private func plan(of deletions: [EndpointRequest], _ reader: PageReader) async throws -> Plan? {
        let items = try await WholeList(reader).items
        for deletion in deletions {
            guard let value = value(of: deletion), let place = items.firstIndex(where: { name(of: $0).parameterText == value }) else {
                continue
            }
            let size = size(behind: place)
            let seen = (place + 2 + size - 1) / size * size
            if seen < items.count, seen / size < Self.pages { return Plan(items: items, place: place, deletion: deletion) }
        }
        return nil
    }

    /// The size of pages with which the item at a place, and one behind it, come soon enough.
    private func size(behind place: Int) -> Int {
        guard paging.pageSize.parameter != nil else { return paging.pageSize.defaultValue }
        let least = max(1, paging.pageSize.minimum)
        return min(paging.pageSize.maximum, max(least, (place + Self.pages) / (Self.pages - 2)))
    }

    private var names: [String] { (lastParameter.map { [$0] } ?? []) + probe.api.identityNames(of: probe.endpoint) }

    private var lastParameter: String? {
        if case .parameter(let name)? = deleter.path.segments.last { name } else { nil }
    }

    private func value(of deletion: EndpointRequest) -> String? { lastParameter.flatMap { deletion.path[$0] } }

    /// What tells an item from others: what names it, or else the whole of it.
    private func name(of item: JSONValue) -> JSONValue { item.identity(names) ?? item }

    private var missing: MissingFixture {
        MissingFixture("an item of \(probe.endpoint.id) that \(deleter.id) may delete and that stands before others")
    }
}
