import CharterRuntime

/// What a filter leaves comes in pages, as any list does.
struct FilteredPages {
    let name: String
    /// What comes without the filter.
    let request: EndpointRequest
    let probe: EndpointProbe
    /// Why it is not known which items the filter leaves; nil where it is.
    var doubt: String?
    /// What the filter can be asked for, given all items.
    let choices: @Sendable ([JSONValue]) throws(MissingFixture) -> [FilterChoice]

    /// Where a page says by a URL where the next one is, the filter is in it: that page has the items that follow of those that are left.
    func keptInURLs() -> Dialogue {
        let size = probe.endpoint.paging?.smallSize ?? 1
        return Dialogue(request, expecting: "the filter by \(name), in the URL of the next page") { [self] conversation in
            guard let paging = probe.endpoint.paging else { throw MissingFixture("a paged list") }
            let all = try await ListedItems(request, conversation).items
            if let doubt { throw MissingFixture(unfit: doubt) }
            for choice in try choices(all) where all.allSatisfy({ choice.keeps($0) != nil }) {
                // The second page, which without the filter would have something else.
                let kept = all.filter { choice.keeps($0) == true }
                let unfiltered = all.dropFirst(size).prefix(size)
                guard kept.count > size, unfiltered.contains(where: { choice.keeps($0) == false }) else { continue }
                let first = PageReader(request: choice.request, paging: paging, exchanger: conversation.exchanger)
                let page = try await first.page(size: size, at: paging.start)
                guard let next = page.next else { throw conversation.fail(first.request(size: size, at: paging.start), "it leads nowhere") }
                // The URL alone is followed: nothing is added to it that was asked for before.
                let second = PageReader(request: request, paging: paging, exchanger: conversation.exchanger)
                let found = try await second.page(size: size, at: .url(next)).items
                // What the order is, the contract need not say.
                let isNext = !found.isEmpty && found.allSatisfy { choice.keeps($0) == true && !page.items.contains($0) }
                guard isNext else {
                    let fault = "its \(found.count) items are not the next ones that \(choice.what) leaves"
                    throw conversation.fail(second.request(size: size, at: .url(next)), fault)
                }
                return "\(found.count) items that \(choice.what) leaves"
            }
            throw MissingFixture("more than \(size) items that one \(name) leaves with others between in \(probe.endpoint.id)")
        }
    }

    /// What is left is a list like any other: small pages together are the large ones, and each says what is true of it.
    func walk(_ paging: APIDescription.Paging) -> Dialogue {
        var counted = paging
        // Where a total counts all, it is not said whether the pages are those of all.
        if paging.counts == .all { counted.members.pages = nil }
        return Dialogue(request, expecting: "small pages of what a \(name) leaves that together are the list") { [counted] conversation in
            let all = try await ListedItems(request, conversation).items
            let counts = try choices(all).map { choice in (choice, all.count { choice.keeps($0) == true }) }
            // The most that a filter leaves but for all, so that there are several pages.
            guard let (choice, _) = counts.filter({ $0.1 >= 2 && $0.1 < all.count }).max(by: { $0.1 < $1.1 }) else {
                throw MissingFixture("at least 2 items that one \(name) leaves in \(probe.endpoint.id), and one that it does not")
            }
            let walk = WholeWalk(
                request: choice.request,
                paging: counted,
                refusal: probe.refusal(.invalidParameter),
                shape: DocumentedBody(api: probe.api, endpoint: probe.endpoint)
            )
            return "\(try await walk.judgeAll(conversation)) items that \(choice.what) leaves"
        }
    }
}
